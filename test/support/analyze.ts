import { readdirSync, readFileSync } from "node:fs";
import { type Analysis, analyze, type Options } from "../../server/src/core/analysis/analyze.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";

/** The day on which every test and example is judged. */
export const AS_OF = "2026-11-22";

/** Analyses a text against the bundled standard on the fixed day. */
export function analyzeText(text: string, options: Partial<Options> = {}): Analysis {
  return analyze(text, bundled, { today: AS_OF, ...options });
}

const analyses = new Map<string, Analysis>();

/** A text's analysis, cached because it is immutable; with options it is made anew. */
export function analysisOf(text: string, options: Partial<Options> = {}): Analysis {
  if (Object.keys(options).length > 0) return analyzeText(text, options);
  const analysis = analyses.get(text) ?? analyzeText(text);
  analyses.set(text, analysis);
  return analysis;
}

const folder = new URL("../../examples/", import.meta.url);

/** The name, without its ending, and the text of each example. */
export function examples(): { name: string; text: string }[] {
  const suffix = ".vendor.yaml";
  return readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => ({ name: file.slice(0, -suffix.length), text: readFileSync(new URL(file, folder), "utf8") }));
}

/** The text of an example's `<name>.expected.yaml`. */
export function expectedOf(name: string): string {
  return readFileSync(new URL(`${name}.expected.yaml`, folder), "utf8");
}

/** The URL of the examples' folder. */
export const examplesFolder = folder;
