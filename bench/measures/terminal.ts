import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Register, writeRegister } from "../documents/folder.ts";
import { runChecker } from "../driving/run-checker.ts";
import { inTurn } from "../driving/turns.ts";
import type { Checker, Checkers } from "../peers/checkers.ts";
import { type Row, spread, type Text } from "../report/figures.ts";
import { count, joined } from "../report/text.ts";
import type { Measure } from "./measure.ts";

/** The folders, how often each is judged, and the expected time in seconds beyond which a program is skipped. */
const FOLDERS: readonly (Register & { readonly runs: number; readonly limit: number })[] = [
  { files: 1, oneOf: 1, runs: 15, limit: 60 },
  { files: 100, oneOf: 10, runs: 7, limit: 60 },
  // Long enough for one run of Spectral.
  { files: 1_000, oneOf: 10, runs: 5, limit: 240 },
  { files: 1_000, oneOf: 1, runs: 5, limit: 60 },
  { files: 10_000, oneOf: 10, runs: 3, limit: 60 },
];

/** A program that has taken this many seconds in total is not run again. */
const MAX_SECONDS = 10;

/** The time from the start of a program to its end, over a folder of profiles. */
export const terminal: Measure = async ({ peers: { checkers }, runs, quick }) => {
  const home = await mkdtemp(join(tmpdir(), "vendor-profile-bench-"));
  /** The seconds per profile that each program took for the last folder of many. */
  const pace = new Map<Checker, number>();
  const rows: Row[] = [];
  const notes: Text[] = [];
  for (const folder of quick ? FOLDERS.slice(0, 2) : FOLDERS) {
    const { files, limit } = folder;
    const path = join(home, `${files}-${folder.oneOf}`);
    const wrong = await writeRegister(path, folder);
    const expected = (checker: Checker) => (pace.get(checker) ?? 0) * files;
    const others = against(files, checkers).filter(({ peer }) => expected(peer) <= limit);
    const skipped = against(files, checkers).filter(({ peer }) => expected(peer) > limit);
    notes.push(...skipped.map(({ peer }) => joined(named(folder), tooSlow(peer, expected(peer)))));
    const subjects = [checkers.ours, ...others.map(({ peer }) => peer)];
    const samples = await inTurn(subjects, { runs: runs(folder.runs), seconds: MAX_SECONDS }, (checker) =>
      runChecker(checker, path, wrong),
    );
    for (const [checker, times] of samples) if (files > 1) pace.set(checker, spread(times).p50 / 1_000 / files);
    const isRate = files > 1;
    const figure = (checker: Checker) =>
      spread((samples.get(checker) ?? []).map((time) => (isRate ? (files / time) * 1_000 : time)));
    for (const { peer, ...goal } of others) {
      const unit = isRate ? "profiles/s" : "ms";
      rows.push({ what: named(folder), peer: peer.title, unit, ours: figure(checkers.ours), other: figure(peer), ...goal });
    }
  }
  await rm(home, { recursive: true });
  return { title: { en: "A folder of profiles, from start to end", ja: "フォルダーの判定、起動から終了まで" }, rows, notes };
};

/** The programs to compare with for a number of files. The goals hold for many files. */
function against(files: number, checkers: Checkers): readonly (Pick<Row, "by" | "goal"> & { readonly peer: Checker })[] {
  const { node, parse, parseOnAll, ajv, spectral } = checkers;
  const floors: ReturnType<typeof against> =
    files === 1
      ? [{ peer: node, by: "cost" }]
      : [
          { peer: parse, by: "gain" },
          { peer: parseOnAll, by: "gain", ...(files >= 1_000 && { goal: 0.8 }) },
        ];
  return [...floors, { peer: ajv, by: "gain", goal: 1 }, { peer: spectral, by: "gain", goal: files >= 1_000 ? 30 : 1 }];
}

function named({ files, oneOf }: Register): Text {
  if (files === 1) return { en: "1 file", ja: "1件" };
  if (oneOf === 1) return { en: `${count(files)} files, all with findings`, ja: `${count(files)}件（すべてに指摘あり）` };
  return { en: `${count(files)} files`, ja: `${count(files)}件` };
}

function tooSlow({ title }: Checker, seconds: number): Text {
  const time = count(Math.round(seconds));
  return {
    en: `${title.en}: not run, it would take about ${time} s.`,
    ja: `${title.ja}: 約${time}秒かかる見込みのため、実行していない。`,
  };
}
