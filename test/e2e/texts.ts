import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../vscode/setup.ts";
import type { Locale } from "../vscode/workbench.ts";

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

/** The part of package.json that is read here. */
interface Manifest {
  readonly displayName: string;
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus?: Record<string, readonly { readonly command: string; readonly when?: string }[]>;
  };
}

/** The extension's texts in a language. */
export interface Texts {
  /** The manifest with its strings in the language. */
  readonly manifest: Manifest;
  /** The category and title of a command, as the palette shows them. */
  title(command: string): string;
  /** The text that `l10n.t` returns. */
  translate(english: string, ...values: readonly (string | number)[]): string;
}

const json = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"));

/** Reads the extension's texts in a language. */
export function readTexts(locale: Locale): Texts {
  const strings: Record<string, string> = json(locale === "ja" ? "package.nls.ja.json" : "package.nls.json");
  const bundle: Record<string, string> = locale === "ja" ? json("l10n/bundle.l10n.ja.json") : {};
  const localize = (_key: string, value: unknown) =>
    typeof value === "string" ? value.replace(/^%(.+)%$/, (_, name) => strings[name] ?? name) : value;
  const manifest: Manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"), localize);
  return {
    manifest,
    title(id) {
      const found = manifest.contributes.commands.find(({ command }) => command === id);
      if (!found) throw new Error(`${id} is not contributed`);
      return found.category ? `${found.category}: ${found.title}` : found.title;
    },
    translate: (english, ...values) => (bundle[english] ?? english).replace(/\{(\d+)\}/g, (_, index) => String(values[index])),
  };
}
