import { isDate } from "../core/schema/formats.ts";
import type { LanguageId } from "../messages/language.ts";

/** The settings under `vendorProfile`, as the server uses them. */
export interface Settings {
  /** Where one is asked for. */
  readonly language: LanguageId | undefined;
  /** The day to judge on instead of today. */
  readonly asOf: string | undefined;
  readonly inlayHints: boolean;
  /** Whether profiles are judged that are not open. */
  readonly wholeWorkspace: boolean;
}

/** Reads what a client has under `vendorProfile`; what is not of its form counts as not set. */
export function readSettings(given: unknown): Settings {
  const { language, asOf, inlayHints, diagnostics } = record(given);
  return {
    language: language === "ja" || language === "en" ? language : undefined,
    asOf: typeof asOf === "string" && isDate(asOf) ? asOf : undefined,
    inlayHints: record(inlayHints).enabled !== false,
    wholeWorkspace: record(diagnostics).scope !== "openFiles",
  };
}

/** The value as an object; an empty one where it is none. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
