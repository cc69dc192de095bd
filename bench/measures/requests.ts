import { type RequestCase, requestCases } from "../driving/request-cases.ts";
import { Session } from "../driving/session.ts";
import { inTurn } from "../driving/turns.ts";
import { uri, workspace } from "../driving/workspace.ts";
import type { Server } from "../peers/servers.ts";
import type { Row, Text } from "../report/figures.ts";
import { count, joined, lines } from "../report/text.ts";
import { compare, type Measure } from "./measure.ts";

const STATES = {
  "at rest": { en: "at rest", ja: "静止中" },
  edited: { en: "right after an edit", ja: "編集の直後" },
};

/** The time from a request to its answer: for an unchanged document, and right after an edit, which is when an editor asks. */
export const requests: Measure = async ({ peers, runs }) => {
  const { ours, yaml, actions } = peers.servers;
  const rows: Row[] = [];
  const failures = new Map<Server, number>();
  for (const { size, tail } of [
    { size: 100, tail: { below: 3 } },
    { size: 1_000, tail: {} },
  ]) {
    const opened = new Map<Server, { session: Session; text: string; cases: Map<string, RequestCase> }>();
    for (const server of [ours, yaml, actions]) {
      const text = server.kind.make(size);
      const all = new Map(requestCases(text, server.kind.edit(text)).map((one) => [one.method, one]));
      opened.set(server, { session: await Session.start(server, workspace), text, cases: all });
    }
    let documents = 0;
    for (const state of ["at rest", "edited"] as const) {
      for (const { what, method, provider } of opened.get(ours)?.cases.values() ?? []) {
        // A new document for each request, so that earlier edits do not affect it.
        const document = documents++;
        const capable = [...opened].filter(([, { session }]) => session.capabilities[provider]);
        for (const [server, { session, text }] of capable) await session.open(uri(server, document), text);
        const subjects = capable.map(([server]) => server);
        const samples = await inTurn(subjects, { runs: runs(100), warmUp: runs(40), seconds: 4 }, async (server, run) => {
          const { session, cases } = opened.get(server) as { session: Session; cases: Map<string, RequestCase> };
          const request = cases.get(method) as RequestCase;
          const documentUri = uri(server, document);
          const edit = state === "edited" ? { version: run + 2, contentChanges: request.changes(run) } : undefined;
          const params = request.params(run, session.diagnostics(documentUri), edit !== undefined);
          const { time, failed } = await session.request(method, documentUri, params, edit);
          if (failed && server === ours) throw new Error(`${method} failed.`);
          if (failed) failures.set(server, (failures.get(server) ?? 0) + 1);
          return time;
        });
        for (const [server, { session }] of capable) session.close(uri(server, document));
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
