import { type Edited, makeEdits, openEdited } from "../driving/edited.ts";
import type { Server } from "../peers/servers.ts";
import type { Row } from "../report/figures.ts";
import { lines } from "../report/text.ts";
import { compare, type Measure } from "./measure.ts";

/** The time from a changed value to its diagnostics. */
export const edits: Measure = async ({ peers, runs }) => {
  const { ours, yaml, undelayed, actions } = peers.servers;
  const against = [
    { peer: yaml, goal: 50, most: 1_000 },
    { peer: undelayed, goal: 1.5, most: 10_000 },
    { peer: actions, goal: 1, most: 1_000 },
  ];
  const rows: Row[] = [];
  for (const size of [100, 1_000, 10_000]) {
    const others = against.filter(({ most }) => size <= most);
    const opened = new Map<Server, Edited>();
    for (const server of [ours, ...others.map(({ peer }) => peer)]) {
      opened.set(server, await openEdited(server, server.kind.make(size)));
    }
    const samples = await makeEdits(opened, { runs: runs(100), warmUp: runs(60), seconds: 8 });
    for (const { peer, goal } of others) {
      rows.push({ what: lines(size), peer: peer.title, unit: "ms", ...compare(samples, ours, peer), by: "gain", goal });
    }
    await Promise.all([...opened.values()].map(({ session }) => session.stop()));
  }
  return {
    title: { en: "From a keystroke to its diagnostics", ja: "打鍵からその診断まで" },
    rows,
    notes: [
      {
        en: `${actions.title.en}: not measured at 10,000 lines, where an edit takes many seconds.`,
        ja: `${actions.title.ja}: 10,000行では編集ごとに何秒もかかるため、測っていない。`,
      },
    ],
  };
};
