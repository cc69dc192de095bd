import type { Options } from "../../server/src/core/analysis/analyze.ts";
import type { JudgedProfile } from "../../server/src/language-server/views/context.ts";
import { analysisOf } from "./analyze.ts";

/** The URI of the folder with the files of these tests. */
export const ROOT = "file:///registry/";

/** The profiles of a text, judged as a file at a path below ROOT. */
export function judgedText(text: string, path = "a.vendor.yaml", options: Partial<Options> = {}): JudgedProfile[] {
  const analysis = analysisOf(text, options);
  return analysis.profiles.map((profile) => ({ uri: ROOT + path, path, version: 1, analysis, profile }));
}
