import { type Ask, asks } from "../driving/asks.ts";
import { Session } from "../driving/session.ts";
import { inTurn } from "../driving/turns.ts";
import { uri, workspace } from "../driving/workspace.ts";
import type { Server } from "../peers/servers.ts";
import type { Row, Text } from "../report/figures.ts";
import { count, joined, lines } from "../report/words.ts";
import { compare, type Measure } from "./measure.ts";

const STATES = {
  "at rest": { en: "at rest", ja: "静止中" },
  edited: { en: "right after an edit", ja: "編集の直後" },
};

/** From a request to its answer: on a document at rest, and right after an edit of it, which is when an editor asks. */
export const requests: Measure = async ({ peers, runs }) => {
  const { ours, yaml, actions } = peers.servers;
  const rows: Row[] = [];
  const failures = new Map<Server, number>();
  for (const { size, tail } of [
    { size: 100, tail: { below: 3 } },
    { size: 1_000, tail: {} },
  ]) {
    const opened = new Map<Server, { session: Session; text: string; asks: Map<string, Ask> }>();
    for (const server of [ours, yaml, actions]) {
      const text = server.kind.make(size);
      const all = new Map(asks(text, server.kind.edit(text)).map((ask) => [ask.method, ask]));
      opened.set(server, { session: await Session.start(server, workspace), text, asks: all });
    }
    let documents = 0;
    for (const state of ["at rest", "edited"] as const) {
      for (const { what, method, provider } of opened.get(ours)?.asks.values() ?? []) {
        // another document for each: none is left as an earlier one's edits have made it
        const document = documents++;
        const able = [...opened].filter(([, { session }]) => session.capabilities[provider]);
        for (const [server, { session, text }] of able) await session.open(uri(server, document), text);
        const subjects = able.map(([server]) => server);
        const samples = await inTurn(subjects, { runs: runs(100), warmUp: runs(40), seconds: 4 }, async (server, run) => {
          const { session, asks } = opened.get(server) as { session: Session; asks: Map<string, Ask> };
          const ask = asks.get(method) as Ask;
          const place = uri(server, document);
          const edit = state === "edited" ? { version: run + 2, contentChanges: ask.changes(run) } : undefined;
          const params = ask.params(run, session.diagnostics(place), edit !== undefined);
          const { time, failed } = await session.ask(method, place, params, edit);
          if (failed && server === ours) throw new Error(`${method} failed.`);
          if (failed) failures.set(server, (failures.get(server) ?? 0) + 1);
          return time;
        });
        for (const [server, { session }] of able) session.close(uri(server, document));
        for (const peer of subjects.filter((server) => server !== ours)) {
          rows.push({
            what: joined(lines(size), STATES[state], what),
            peer: peer.title,
            unit: "ms",
            ...compare(samples, ours, peer),
            by: "gain",
            goal: 1,
            tail,
          });
        }
      }
    }
    await Promise.all([...opened.values()].map(({ session }) => session.stop()));
  }
  return { title: { en: "From a request to its answer", ja: "要求から応答まで" }, rows, notes: [...failures].map(failed) };
};

function failed([{ title }, times]: [Server, number]): Text {
  return {
    en: `${title.en} answered ${count(times)} times with an error; its time is counted.`,
    ja: `${title.ja}は${count(times)}回、エラーで応答した。その時間も数えている。`,
  };
}
