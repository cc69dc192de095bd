import type { Profile } from "../../core/evaluation/profile.ts";
import { shorten } from "../../core/text/shorten.ts";
import { oneLine } from "../../reports/documents/cells.ts";
import { shown } from "../../reports/writers/text.ts";

/** A text that may quote a profile, as one line without invisible or reordering characters. */
export function plainLine(text: string): string {
  return shown(oneLine(text));
}

/** The name of a profile: its service's, else its vendor's, else its file's. */
export function nameOf({ service, vendor }: Pick<Profile, "service" | "vendor">, path: string): string {
  const names = [service, vendor, path.split("/").at(-1)].map((name) => plainLine(name ?? ""));
  return names.find((name) => name !== "") ?? path;
}

/** The name of a profile, shortened. */
export function shortNameOf(profile: Pick<Profile, "service" | "vendor">, path: string): string {
  return shorten(nameOf(profile, path));
}
