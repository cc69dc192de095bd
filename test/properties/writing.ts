import fc from "fast-check";
import { Document } from "yaml";
import type { Facts } from "./profiles.ts";

/** A profile as YAML. */
export const write = (facts: Facts, indent = 2) =>
  new Document(facts, { aliasDuplicateObjects: false }).toString({ lineWidth: 0, indent });

/** Every third line with a comment behind it, or above it. */
export function commented(text: string): string {
  const lines = text.split("\n");
  return lines
    .map((line, index) => {
      if (line.trim() === "" || /[|>][-+]?$/.test(line)) return line;
      if (index % 7 === 2) return `${line} # ※${index}`;
      return index % 11 === 5 ? `${/^\s*/.exec(line)?.[0]}# ※${index}\n${line}` : line;
    })
    .join("\n");
}

/** Slips of one line. */
const slips: ((line: string) => string)[] = [
  (line) => line.replace(/: /, "："),
  (line) => line.replace(/: /, "：　"),
  (line) => line.replace(/: /, ":"),
  (line) => line.replace(/:(?= |$)/, ""),
  (line) => line.replace(/^( *)/, (spaces) => "\t".repeat(spaces.length / 2)),
  (line) => line.replace(/^ {2}/, "　"),
  (line) => `${line}　`,
  (line) => `\ufeff${line}`,
  (line) => line.replace(/: /, ":\u00a0"),
  (line) => line.replace(/(\w+):/, "$1\u200b:"),
  (line) => line.replace(/- /, "-\u2003"),
  (line) => line.replace(/ #/, "\u00a0#"),
  (line) => line.replace(/^ +/, (spaces) => "\u202f".repeat(spaces.length)),
  (line) => line.replace(/: \[(.*)\]/, ": ［$1］"),
  (line) => line.replace(/: (\w)/, ': "$1" '),
  (line) => line.replace(/: (\w)/, ": &$1"),
  (line) => line.replace(/: (\w)/, ": @$1"),
  (line) => line.replace(/: (\w)/, ": 注: $1"),
  (line) => line.replace(/: (\w)/, ': "$1'),
  (line) => line.replace(/: (\w)/, ': "\\q$1"'),
  (line) => line.replace(/: (\w)/, ": !x $1"),
  (line) => line.replace(/: (\w+)/, ": *$1"),
  (line) => line.replace(/: (\w)/, ": [$1"),
  (line) => line.replace(/: (\w)/, ": {a: $1"),
  (line) => line.replace(/(\w+):/, "X-$1x:"),
  (line) =>
    line
      .replace(/governingLaw:/, "準拠法:")
      .replace(/classification:/, "重要性分類:")
      .replace(/primary:/, "PRIMARY:"),
  (line) => line.replace(/(\w)(\w+):/, "$2$1:"),
  (line) => `${line}\n${line}`,
  (line) => `${line}\n${line.replace(/: .*$/, ": JP")}`,
  (line) => `${line}\n  ${line}`,
  (line) => `<<<<<<< HEAD\n${line}\n=======\n${line} # other\n>>>>>>> other`,
  (line) =>
    line
      .replace(/JP/, "日本")
      .replace(/true/, "はい")
      .replace(/AES-256/, "ＡＥＳ256")
      .replace(/\bI\b/, "Ⅰ"),
  (line) => line.replace(/(\d)/, "？$1"),
  (line) => line.replace(/(?<=: [^#]*)(?= #|$)/, "　"),
  (line) => line.replace(/(?<=: [^#]*)(?= #|$)/, "\u00a0"),
  (line) => line.replace(/: (\w+)$/, ": |\n          $1　\n"),
  () => "",
];

/** Slips, each in a line. */
export const mistakes = fc.array(fc.tuple(fc.nat(200), fc.nat(slips.length - 1)), { minLength: 1, maxLength: 3 });

export function withMistakes(text: string, chosen: readonly (readonly [number, number])[]): string {
  const lines = text.split("\n");
  for (const [at, slip] of chosen) {
    const index = at % lines.length;
    lines[index] = slips[slip]?.(lines[index] as string) ?? "";
  }
  return lines.join("\n");
}
