import { type CancellationToken, ErrorCodes, ResponseError } from "vscode-languageserver";
import type { ProfileRef } from "../../../../protocol/requests.ts";
import type { Analysis, Bundle } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { ProfileFile } from "../workspace/profile-file.ts";

/** What the answers to the views' requests depend on. */
export interface ViewContext {
  readonly bundle: Bundle;
  readonly language: () => LanguageId;
  /** YYYY-MM-DD. */
  readonly today: () => string;
  /** Evaluates a file, open or not; undefined if it is missing or cannot be read. `classification` overrides the stated class. */
  readonly judge: (uri: string, classification: string | null, token: CancellationToken) => Promise<JudgedFile | undefined>;
  /** The profiles of the workspace, or only the open ones, by the client's settings. */
  readonly files: (token: CancellationToken) => AsyncIterable<ProfileFile>;
  /** A file's path to display: relative to its workspace folder, or else its name. */
  readonly pathOf: (uri: string) => string;
  /** The workspace's folders, as URIs. */
  readonly folders: () => readonly string[];
  /** Reads and writes workbooks. Loaded on demand, because it is large. */
  readonly spreadsheet: () => Promise<typeof import("../../spreadsheet/index.ts")>;
}

/** An evaluated file. */
export interface JudgedFile {
  readonly uri: string;
  readonly path: string;
  /** Null if the file is not open. */
  readonly version: number | null;
  readonly analysis: Analysis;
}

/** An evaluated file and one of its profiles. */
export interface JudgedProfile extends JudgedFile {
  readonly profile: Profile;
}

/** Whether the standard defines this class. */
export function isClass(name: unknown, { bundle }: ViewContext): name is string {
  return typeof name === "string" && Object.hasOwn(bundle.standard.classes, name);
}

/** The error for parameters that name something that cannot exist. Users do not see it. */
export function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, reason);
}

/** Evaluates the profile that a reference names. If the file has fewer profiles by now, the last one. */
export async function judged(
  { uri, index }: ProfileRef,
  classification: string | null,
  context: ViewContext,
  token: CancellationToken,
): Promise<JudgedProfile | undefined> {
  // A restored view may name a class of another standard.
  const existingClass = isClass(classification, context) ? classification : null;
  const file = await context.judge(uri, existingClass, token);
  const profile = file?.analysis.profiles.find((profile) => profile.index === index) ?? file?.analysis.profiles.at(-1);
  return file && profile && { ...file, profile };
}

/** Evaluates the profiles that exist, each once, in the order given. */
export async function judgedAll(
  profiles: readonly ProfileRef[],
  classification: string | null,
  context: ViewContext,
  token: CancellationToken,
): Promise<JudgedProfile[]> {
  // One file may hold many profiles: evaluate it once.
  const judging = new Map<string, ReturnType<ViewContext["judge"]>>();
  const judge: ViewContext["judge"] = (uri, ...terms) => {
    const file = judging.get(uri) ?? context.judge(uri, ...terms);
    judging.set(uri, file);
    return file;
  };
  const found = await Promise.all(profiles.map((profile) => judged(profile, classification, { ...context, judge }, token)));
  const existing = found.flatMap((file) => file ?? []);
  return [...new Map(existing.map((file) => [`${file.profile.index} ${file.uri}`, file])).values()];
}
