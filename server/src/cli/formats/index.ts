import { format, type OutputFormat } from "./format.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import type { FormatName } from "./outputs.ts";
import { pretty } from "./pretty.ts";
import { sarif } from "./sarif.ts";

/** All formats of `check`. */
export const formats: Readonly<Record<FormatName, OutputFormat>> = {
  pretty: format(pretty),
  json: format(json),
  sarif: format(sarif),
  junit: format(junit),
  github: format(github),
  gitlab: format(gitlab),
};

/** The formats for people: they include the notes, and print nothing if there is nothing. */
export const FOR_PERSONS: ReadonlySet<FormatName> = new Set<FormatName>(["pretty", "github"]);
