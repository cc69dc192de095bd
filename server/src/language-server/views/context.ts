import { type CancellationToken, ErrorCodes, ResponseError } from "vscode-languageserver";
import type { ProfileRef } from "../../../../protocol/requests.ts";
import type { Analysis, Bundle } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { ProfileFile } from "../workspace/profile-file.ts";

/** What the answers to the views' requests are made from. */
export interface ViewContext {
  readonly bundle: Bundle;
  readonly language: () => LanguageId;
  /** YYYY-MM-DD. */
  readonly today: () => string;
  /** A file as it stands, open or not; undefined where there is none, or it cannot be read. */
  readonly judge: (uri: string, classification: string | null, token: CancellationToken) => Promise<JudgedFile | undefined>;
  /** The profiles that are judged: of the whole workspace, or those that are open, as is set. */
  readonly files: (token: CancellationToken) => AsyncIterable<ProfileFile>;
  /** A file's path for people: below its folder of the workspace, where it lies in one. */
  readonly pathOf: (uri: string) => string;
  /** The workspace's folders, as URIs. */
  readonly folders: () => readonly string[];
  /** What writes and reads workbooks: large, and loaded when it is needed. */
  readonly spreadsheet: () => Promise<typeof import("../../spreadsheet/index.ts")>;
}

/** A file, judged. */
export interface JudgedFile {
  readonly uri: string;
  readonly path: string;
  /** Null where it is not open. */
  readonly version: number | null;
  readonly analysis: Analysis;
}

/** A judged file, and which of its profiles is meant. */
export interface JudgedProfile extends JudgedFile {
  readonly profile: Profile;
}

/** Whether the standard has a class of that name. */
export function isClass(name: unknown, { bundle }: ViewContext): name is string {
  return typeof name === "string" && Object.hasOwn(bundle.standard.classes, name);
}

/** The answer to a request for what there cannot be: no person sees it. */
export function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, reason);
}

/** The profile that is meant: where there are fewer by now, the last. */
export async function judged(
  { uri, index }: ProfileRef,
  classification: string | null,
  context: ViewContext,
  token: CancellationToken,
): Promise<JudgedProfile | undefined> {
  // a view that was kept may name a class of another standard
  const known = isClass(classification, context) ? classification : null;
  const file = await context.judge(uri, known, token);
  const profile = file?.analysis.profiles.find((one) => one.index === index) ?? file?.analysis.profiles.at(-1);
  return file && profile && { ...file, profile };
}

/** Those of several that are there, each once, in their order. */
export async function judgedAll(
  profiles: readonly ProfileRef[],
  classification: string | null,
  context: ViewContext,
  token: CancellationToken,
): Promise<JudgedProfile[]> {
  // a register holds many
  const judging = new Map<string, ReturnType<ViewContext["judge"]>>();
  const judge: ViewContext["judge"] = (uri, ...terms) => {
    const file = judging.get(uri) ?? context.judge(uri, ...terms);
    judging.set(uri, file);
    return file;
  };
  const found = await Promise.all(profiles.map((profile) => judged(profile, classification, { ...context, judge }, token)));
  const there = found.flatMap((file) => file ?? []);
  return [...new Map(there.map((file) => [`${file.profile.index} ${file.uri}`, file])).values()];
}
