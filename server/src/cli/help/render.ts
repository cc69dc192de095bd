import stringWidth from "string-width";
import { wrap } from "../../core/text/wrap.ts";
import type { Command } from "../command.ts";
import { type Locale, overviewPage, type Page, pageOf, type Section } from "./page.ts";

/** The help of the whole program: its commands, a line each. */
export function overview(commands: readonly Command[], locale: Locale, columns: number): string {
  const page = overviewPage(commands, locale);
  return render(page, page.summary, columns, [locale.messages.helpOf]);
}

/** The help of a command. */
export function helpOf(command: Command, locale: Locale, columns: number): string {
  const page = pageOf(command, locale);
  return render(page, `${page.title}: ${page.summary}`, columns);
}

function render({ sections }: Page, head: string, columns: number, foot: readonly string[] = []): string {
  const blocks = sections.map((section) => {
    const lines = linesOf(section, columns - 2).map((line) => (line === "" ? "" : `  ${line}`));
    return [section.heading, ...lines].join("\n");
  });
  return `${[wrap(head, columns).join("\n"), ...blocks, ...foot.map((text) => wrap(text, columns).join("\n"))].join("\n\n")}\n`;
}

function linesOf(section: Section, width: number): readonly string[] {
  switch (section.kind) {
    case "code":
      return section.lines;
    case "paragraphs":
      return separated(section.texts.map((text) => (text.startsWith(" ") ? text.split("\n") : wrapped(text, width))));
    case "list":
      return list(section.entries, width);
    case "examples":
      return separated(
        section.examples.map(([line, text]) => [...line.split("\n"), ...wrapped(text, width - 4).map((line) => `    ${line}`)]),
      );
  }
}

/** Blocks of lines, with an empty line between them. */
function separated(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((lines, index) => (index > 0 ? ["", ...lines] : lines));
}

/** Names with their texts beside them, or below a long name. */
function list(entries: readonly (readonly [string, string])[], width: number): string[] {
  const names = entries.map(([name]) => stringWidth(name)).filter((width) => width <= 26);
  const indent = Math.max(...names, 4) + 2;
  return entries.flatMap(([name, text]) => {
    const lines = wrapped(text, Math.max(20, width - indent)).map((line) => " ".repeat(indent) + line);
    if (stringWidth(name) > indent - 2) return [...wrap(name, width), ...lines];
    return [name + (lines[0] ?? "").slice(stringWidth(name)), ...lines.slice(1)];
  });
}

/** Wraps each line of a text. */
function wrapped(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => wrap(line, width));
}
