import type { Profile } from "../../core/evaluation/profile.ts";
import { shorten } from "../../core/text/shorten.ts";
import { oneLine } from "../../reports/documents/cells.ts";
import { shown } from "../../reports/writers/text.ts";

/** A text that may hold a profile's words, as one line in which nothing is hidden. */
export function plainLine(text: string): string {
  return shown(oneLine(text));
}

/** What a profile is called: by its service, else its vendor, else its file. */
export function nameOf({ service, vendor }: Pick<Profile, "service" | "vendor">, path: string): string {
  const names = [service, vendor, path.split("/").at(-1)].map((name) => plainLine(name ?? ""));
  return names.find((name) => name !== "") ?? path;
}

/** The same where there is little room. */
export function shortNameOf(profile: Pick<Profile, "service" | "vendor">, path: string): string {
  return shorten(nameOf(profile, path));
}
