import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../vscode/setup.ts";
import type { Locale } from "../vscode/workbench.ts";

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

/** The part of package.json that is looked at. */
interface Manifest {
  readonly displayName: string;
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus?: Record<string, readonly { readonly command: string; readonly when?: string }[]>;
  };
}

/** What the extension says in a language, as its files have it. */
export interface Texts {
  /** The manifest, its strings in the language. */
  readonly manifest: Manifest;
  /** How the palette shows a command: its category and title. */
  title(command: string): string;
  /** What `l10n.t` says. */
  say(english: string, ...values: readonly (string | number)[]): string;
}

const json = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"));

/** Reads what the extension says in a language. */
export function readTexts(locale: Locale): Texts {
  const strings: Record<string, string> = json(locale === "ja" ? "package.nls.ja.json" : "package.nls.json");
  const bundle: Record<string, string> = locale === "ja" ? json("l10n/bundle.l10n.ja.json") : {};
  const translate = (_key: string, value: unknown) =>
    typeof value === "string" ? value.replace(/^%(.+)%$/, (_, name) => strings[name] ?? name) : value;
  const manifest: Manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"), translate);
  return {
    manifest,
    title(id) {
      const found = manifest.contributes.commands.find(({ command }) => command === id);
      if (!found) throw new Error(`${id} is not contributed`);
      return found.category ? `${found.category}: ${found.title}` : found.title;
    },
    say: (english, ...values) => (bundle[english] ?? english).replace(/\{(\d+)\}/g, (_, index) => String(values[index])),
  };
}
