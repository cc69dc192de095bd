import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text as read } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { asks } from "./asks.ts";
import { edit, profile, register } from "./documents.ts";
import type { Samples, Task } from "./entries/analysis.ts";
import { type Figure, spread, type Table } from "./figures.ts";
import { folder, type Programs, type Server } from "./programs.ts";
import { Session } from "./session.ts";

const SMALL = 115;
const folderUri = pathToFileURL(folder).href;

/** The whole analysis of a text against the bare parse of it, in one process. */
export async function measureAnalysis({ analysis }: Programs, quick: boolean): Promise<Table> {
  const sizes = [
    { lines: 100, runs: 600 },
    { lines: 1_000, runs: 200 },
    { lines: 10_000, runs: 40 },
  ];
  const tasks = sizes.map(({ lines, runs }): Task => ({ text: profile(lines), runs: quick ? Math.ceil(runs / 4) : runs }));
  const child = spawn(process.execPath, [analysis], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  child.stdin.end(JSON.stringify(tasks));
  const output = await read(child.stdout);
  const [code] = await ended;
  if (code !== 0) throw new Error(`The analysis ended with ${code}.`);
  const results: Samples[] = JSON.parse(output);
  const figures = results.map(
    ({ ours, bare }, index): Figure => ({
      what: size(sizes[index]?.lines ?? 0),
      unit: "ms",
      ours: spread(ours),
      other: spread(bare),
      goal: { atMost: 1.5 },
    }),
  );
  return { title: "Analysis of a document, against yaml's parseDocument alone, in one process", figures };
}

/** From the start of the process to the first diagnostic. */
export async function measureStart({ ours, bare, yaml }: Programs, quick: boolean): Promise<Table> {
  const text = profile(SMALL);
  const samples = await inTurn([ours, bare, yaml], quick ? 5 : 21, async (server) => {
    const from = performance.now();
    const session = await Session.start(server, folderUri);
    const at = await session.open(uri(0), text);
    await session.stop();
    return at - from;
  });
  return {
    title: `Start to first diagnostic, ${SMALL} lines, over stdio`,
    figures: [
      { what: bare.name, unit: "ms", ...compare(samples, ours, bare), goal: { atMost: 1.2 } },
      { what: yaml.name, unit: "ms", ...compare(samples, ours, yaml), goal: { less: 5 } },
    ],
  };
}

/** From a changed value to its diagnostics. */
export async function measureEdits({ ours, yaml, undelayed }: Programs, quick: boolean): Promise<Table> {
  const figures: Figure[] = [];
  for (const lines of [100, 1_000]) {
    const text = profile(lines);
    const { right, wrong, range } = edit(text);
    const sessions = new Map<Server, Session>();
    for (const server of [ours, yaml, undelayed]) {
      const session = await Session.start(server, folderUri);
      await session.open(uri(0), text);
      sessions.set(server, session);
    }
    let version = 1;
    const makeEdits = (edits: number) =>
      inTurn([...sessions.keys()], edits, async (server, edit) => {
        const session = sessions.get(server) as Session;
        const spoils = edit % 2 === 0;
        const [from, to] = spoils ? [right, wrong] : [wrong, right];
        const { line } = range(from).start;
        return session.change(uri(0), version + edit + 1, { range: range(from), text: to }, (diagnostics) => {
          const marked = diagnostics.some(({ range, severity }) => range.start.line === line && severity === 1);
          return marked === spoils;
        });
      });
    const warmUp = quick ? 6 : 30;
    await makeEdits(warmUp);
    version += warmUp;
    const samples = await makeEdits(quick ? 20 : 100);
    figures.push(
      { what: `${size(lines)}, ${yaml.name}`, unit: "ms", ...compare(samples, ours, yaml), goal: { less: 50 } },
      { what: `${size(lines)}, ${undelayed.name}`, unit: "ms", ...compare(samples, ours, undelayed), goal: { less: 1.5 } },
    );
    await Promise.all([...sessions.values()].map((session) => session.stop()));
  }
  return { title: "An edit to its diagnostics, over stdio", figures };
}

/** From a changed value in a register of many profiles to its diagnostics, against the same in a file of one. */
export async function measureRegister({ ours }: Programs, quick: boolean): Promise<Table> {
  const lines = 10_000;
  const file = profile(100);
  const figures: Figure[] = [];
  for (const oneOf of [10, 1]) {
    const text = register(lines, { oneOf });
    const sessions = new Map<string, Session>();
    for (const each of [text, file]) {
      const session = await Session.start(ours, folderUri);
      await session.open(uri(0), each);
      sessions.set(each, session);
    }
    const warmUp = quick ? 20 : 100;
    const samples = await inTurn([text, file], warmUp + (quick ? 20 : 100), async (each, run) => {
      const { right, wrong, range } = edit(each);
      const spoils = run % 2 === 0;
      const [from, to] = spoils ? [right, wrong] : [wrong, right];
      const { line } = range(from).start;
      return (sessions.get(each) as Session).change(uri(0), run + 2, { range: range(from), text: to }, (diagnostics) => {
        const marked = diagnostics.some(({ range, severity }) => range.start.line === line && severity === 1);
        return marked === spoils;
      });
    });
    const of = (each: string) => spread((samples.get(each) ?? []).slice(warmUp));
    const shown = sessions.get(text)?.diagnostics(uri(0)).length ?? 0;
    figures.push({
      what: `${size(lines)}, ${count(shown)} diagnostics`,
      unit: "ms",
      ours: of(text),
      other: of(file),
      goal: { atMost: 2 },
    });
    await Promise.all([...sessions.values()].map((session) => session.stop()));
  }
  return {
    title: "An edit in a register of many profiles to its diagnostics, over stdio, against one in a file of 100 lines",
    figures,
  };
}

/** From a request to its answer: on a document at rest, and right after an edit of it, which is when an editor asks. */
export async function measureRequests({ ours, yaml }: Programs, quick: boolean): Promise<Table> {
  const figures: Figure[] = [];
  const warmUp = quick ? 10 : 50;
  const runs = quick ? 30 : 150;
  for (const { lines, below } of [{ lines: 100, below: 3 }, { lines: 1_000 }]) {
    const text = profile(lines);
    const sessions = new Map<Server, Session>();
    for (const server of [ours, yaml]) sessions.set(server, await Session.start(server, folderUri));
    let documents = 0;
    for (const state of ["at rest", "edited"] as const) {
      for (const { what, method, params, changes } of asks(text)) {
        // another document for each: none is left as an earlier one's edits have made it
        const document = uri(documents++);
        for (const session of sessions.values()) await session.open(document, text);
        const samples = await inTurn([...sessions.keys()], warmUp + runs, async (server, run) => {
          const session = sessions.get(server) as Session;
          const edit = state === "edited" ? { version: run + 2, contentChanges: changes(run) } : undefined;
          const { time } = await session.ask(
            method,
            document,
            params(run, session.diagnostics(document), edit !== undefined),
            edit,
          );
          return time;
        });
        for (const session of sessions.values()) session.close(document);
        const measured = new Map([...samples].map(([server, times]) => [server, times.slice(warmUp)]));
        const tail = below === undefined ? {} : { below };
        figures.push({
          what: `${size(lines)}, ${state}: ${what}`,
          unit: "ms",
          ...compare(measured, ours, yaml),
          goal: { less: 1 },
          tail,
        });
      }
    }
    await Promise.all([...sessions.values()].map((session) => session.stop()));
  }
  return { title: `A request to its answer, over stdio, against ${yaml.name}`, figures };
}

/** The memory of a server with many open documents, once it has come to rest and at its most. */
export async function measureMemory({ ours, yaml }: Programs, quick: boolean): Promise<Table> {
  const title = `Memory with open profiles of ${SMALL} lines, against ${yaml.name}`;
  if (process.platform !== "linux") return { title, figures: [], note: "not measured: it is read from Linux's /proc" };
  const stages = [
    { documents: 1, atMost: 0.75 },
    { documents: 100, atMost: 0.6 },
    { documents: 1_000, atMost: 0.6 },
  ];
  const runs = await inTurn([ours, yaml], quick ? 1 : 3, async (server) => {
    const session = await Session.start(server, folderUri);
    const measured: { rest: number; peak: number }[] = [];
    let open = 0;
    for (const { documents } of stages) {
      const opened: Promise<number>[] = [];
      for (; open < documents; open++) opened.push(session.open(uri(open), profile(SMALL, open)));
      await Promise.all(opened);
      await sleep(3_000);
      const status = await readFile(`/proc/${session.pid}/status`, "utf8");
      measured.push({ rest: mebibytes(status, "VmRSS"), peak: mebibytes(status, "VmHWM") });
    }
    await session.stop();
    return measured;
  });
  const figures = stages.flatMap(({ documents, atMost }, stage) =>
    (["rest", "peak"] as const).map((state): Figure => {
      const of = (server: Server) => spread((runs.get(server) ?? []).flatMap((run) => run[stage]?.[state] ?? []));
      return { what: `${count(documents)} open, ${state}`, unit: "MiB", ours: of(ours), other: of(yaml), goal: { atMost } };
    }),
  );
  return { title, figures };
}

/** Measures each so many times, in turn, so that what else the machine does hits all alike; in another order each time. */
async function inTurn<S, T>(
  subjects: readonly S[],
  runs: number,
  measure: (subject: S, run: number) => Promise<T>,
): Promise<Map<S, T[]>> {
  const samples = new Map<S, T[]>(subjects.map((subject) => [subject, []]));
  for (let run = 0; run < runs; run++) {
    const first = run % subjects.length;
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      samples.get(subject)?.push(await measure(subject, run));
    }
  }
  return samples;
}

function compare(samples: ReadonlyMap<Server, readonly number[]>, ours: Server, other: Server): Pick<Figure, "ours" | "other"> {
  return { ours: spread(samples.get(ours) ?? []), other: spread(samples.get(other) ?? []) };
}

function uri(index: number): string {
  return pathToFileURL(join(folder, `${index}.vendor.yaml`)).href;
}

function mebibytes(status: string, name: string): number {
  const [, kibibytes] = new RegExp(`^${name}:\\s*(\\d+) kB$`, "m").exec(status) ?? [];
  if (kibibytes === undefined) throw new Error(`/proc says nothing of ${name}.`);
  return Number(kibibytes) / 1024;
}

function count(value: number): string {
  return value.toLocaleString("en");
}

function size(lines: number): string {
  return `${count(lines)} lines`;
}
