import { SMALL } from "../documents/kind.ts";
import { runChecker } from "../driving/run-checker.ts";
import { Session } from "../driving/session.ts";
import { inTurn } from "../driving/turns.ts";
import { uri, workspace } from "../driving/workspace.ts";
import type { Server } from "../peers/servers.ts";
import type { Row } from "../report/figures.ts";
import { compare, type Measure } from "./measure.ts";

/** The time from a language server's start to its first diagnostic: ours as VS Code starts it, and as other editors do. */
export const start: Measure = async ({ peers, runs }) => {
  const { ours, lsp, bare, yaml, actions } = peers.servers;
  const { node } = peers.checkers;
  const against = [
    { peer: node, by: "cost" },
    { peer: bare, by: "cost", goal: 1.1 },
    { peer: yaml, by: "gain", goal: 5 },
    { peer: actions, by: "gain", goal: 1 },
  ] as const;
  const subjects = [ours, lsp, ...against.map(({ peer }) => peer)];
  const samples = await inTurn(subjects, { runs: runs(15), warmUp: 1 }, (subject) =>
    subject === node ? runChecker(node, "", []) : firstDiagnostic(subject as Server),
  );
  const rows = [
    { server: ours, what: { en: "in VS Code", ja: "VS Code" } },
    { server: lsp, what: { en: "in other editors", ja: "ほかのエディター" } },
  ].flatMap(({ server, what }) =>
    against.map(
      ({ peer, ...rest }): Row => ({
        what,
        peer: peer.title,
        unit: "ms",
        ...compare<unknown>(samples, server, peer),
        ...rest,
      }),
    ),
  );
  return { title: { en: "From start to the first diagnostic", ja: "起動から最初の診断まで" }, rows };
};

async function firstDiagnostic(server: Server): Promise<number> {
  const from = performance.now();
  const session = await Session.start(server, workspace);
  const at = await session.open(uri(server), server.kind.make(SMALL));
  await session.stop();
  return at - from;
}
