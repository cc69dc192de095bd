import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { SMALL } from "../documents/kind.ts";
import { Session } from "../driving/session.ts";
import { inTurn } from "../driving/turns.ts";
import { uri, workspace } from "../driving/workspace.ts";
import type { Server } from "../peers/servers.ts";
import { type Row, spread } from "../report/figures.ts";
import { count, joined } from "../report/text.ts";
import type { Measure } from "./measure.ts";

const STAGES = [
  { documents: 1, goal: 0.75 },
  { documents: 100, goal: 0.6 },
  { documents: 1_000, goal: 0.4 },
];

const STATES = {
  rest: { en: "at rest", ja: "静止時" },
  peak: { en: "at its most", ja: "最大" },
};

/** The memory of a server with many open documents, in MiB: at rest, and at its peak. */
export const memory: Measure = async ({ peers, runs }) => {
  const title = { en: "Memory with many open documents", ja: "多数の文書を開いたときのメモリー" };
  if (process.platform !== "linux") {
    const note = { en: "Not measured: it is read from Linux's /proc.", ja: "測っていない。Linuxの/procから読むため。" };
    return { title, rows: [], notes: [note] };
  }
  const { ours, yaml, actions } = peers.servers;
  const against = [
    { peer: yaml, goals: STAGES.map(({ goal }) => goal) },
    { peer: actions, goals: [1, 1] },
  ];
  const stages = new Map([[ours, STAGES.length], ...against.map(({ peer, goals }) => [peer, goals.length] as const)]);
  const measured = await inTurn([...stages.keys()], { runs: runs(2) }, (server) => measureStages(server, stages.get(server)));
  const rows = against.flatMap(({ peer, goals }) =>
    goals.flatMap((goal, stage) =>
      (["rest", "peak"] as const).map((state): Row => {
        const open = count(STAGES[stage]?.documents ?? 0);
        const of = (server: Server) => spread((measured.get(server) ?? []).flatMap((run) => run[stage]?.[state] ?? []));
        return {
          what: joined({ en: `${open} open`, ja: `${open}件` }, STATES[state]),
          peer: peer.title,
          unit: "MiB",
          ours: of(ours),
          other: of(peer),
          by: "cost",
          goal,
        };
      }),
    ),
  );
  const note = {
    en: `${actions.title.en}: not measured with a thousand, which would take minutes.`,
    ja: `${actions.title.ja}: 1,000件では数分かかるため、測っていない。`,
  };
  return { title, rows, notes: [note] };
};

async function measureStages(server: Server, stages?: number): Promise<{ rest: number; peak: number }[]> {
  const session = await Session.start(server, workspace);
  const measured: { rest: number; peak: number }[] = [];
  let open = 0;
  for (const { documents } of STAGES.slice(0, stages)) {
    const opened: Promise<number>[] = [];
    for (; open < documents; open++) opened.push(session.open(uri(server, open), server.kind.make(SMALL, open)));
    await Promise.all(opened);
    // Gives the server time to collect its garbage.
    await sleep(3_000);
    const status = await readFile(`/proc/${session.pid}/status`, "utf8");
    measured.push({ rest: mebibytes(status, "VmRSS"), peak: mebibytes(status, "VmHWM") });
  }
  await session.stop();
  return measured;
}

function mebibytes(status: string, name: string): number {
  const [, kibibytes] = new RegExp(`^${name}:\\s*(\\d+) kB$`, "m").exec(status) ?? [];
  if (kibibytes === undefined) throw new Error(`/proc says nothing of ${name}.`);
  return Number(kibibytes) / 1024;
}
