import type { Command, CommandContext, CommandHelp, Options } from "../command.ts";
import { COMMON } from "../options.ts";
import { files } from "./files.ts";

/** The program's name. */
export const PROGRAM = "vendor-profile";

/** The language of a page, and its sentences. */
export type Locale = Pick<CommandContext, "language" | "messages">;

/** A help page, for the terminal and for the documentation. */
export interface Page {
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly Section[];
}

/** A part of a page under a heading. */
export type Section = { readonly heading: string } & (
  | { readonly kind: "code"; readonly lines: readonly string[] }
  /** Texts that begin with a space are kept as they are. */
  | { readonly kind: "paragraphs"; readonly texts: readonly string[] }
  /** Names, each with its meaning. */
  | { readonly kind: "list"; readonly entries: readonly (readonly [name: string, text: string])[] }
  /** Command lines, each with what it does. */
  | { readonly kind: "examples"; readonly examples: CommandHelp["examples"] }
);

/** The page of the whole program: its commands, a line each. */
export function overviewPage(commands: readonly Command[], { language, messages }: Locale): Page {
  const { headings } = messages;
  const summaries = commands.map(({ name, help }) => [name, help[language].summary] as const);
  return {
    title: PROGRAM,
    summary: messages.about,
    sections: [
      { kind: "code", heading: headings.usage, lines: [`${PROGRAM} ${messages.commandPlace} ${messages.optionsPlace}`] },
      { kind: "list", heading: headings.commands, entries: summaries },
      { kind: "list", heading: headings.options, entries: optionsOf(COMMON, messages.common, messages) },
      { kind: "list", heading: headings.files, entries: files[language] },
      { kind: "list", heading: headings.environment, entries: messages.environment },
    ],
  };
}

/** The page of a command, in the order of a manual page. */
export function pageOf({ name, options, help }: Command, { language, messages }: Locale): Page {
  const { headings } = messages;
  const { summary, operands, description, options: texts, sections = [], exit, examples }: CommandHelp = help[language];
  const usage = [PROGRAM, name, operands, messages.optionsPlace].filter((part) => part !== "").join(" ");
  const all = [...optionsOf(options, texts, messages), ...optionsOf(COMMON, messages.common, messages)];
  const page: Section[] = [
    { kind: "code", heading: headings.usage, lines: [usage] },
    { kind: "paragraphs", heading: headings.description, texts: description },
    { kind: "list", heading: headings.options, entries: all },
    ...sections.map(([heading, ...texts]): Section => ({ kind: "paragraphs", heading, texts })),
    { kind: "list", heading: headings.exit, entries: exit },
    { kind: "examples", heading: headings.examples, examples },
    // only commands that judge look for files
    { kind: "list", heading: headings.files, entries: "config" in options ? files[language] : [] },
    { kind: "list", heading: headings.environment, entries: messages.environment },
  ];
  return { title: `${PROGRAM} ${name}`, summary, sections: page.filter((section) => sizeOf(section) > 0) };
}

function sizeOf(section: Section): number {
  switch (section.kind) {
    case "code":
      return section.lines.length;
    case "paragraphs":
      return section.texts.length;
    case "list":
      return section.entries.length;
    case "examples":
      return section.examples.length;
  }
}

function optionsOf(options: Options, texts: CommandHelp["options"], messages: Locale["messages"]): [string, string][] {
  return Object.entries(options).map(([name, { short, values }]) => {
    const [value = "", text = ""] = texts[name] ?? [];
    const flags = `${short === undefined ? "    " : `-${short}, `}--${name}`;
    return [value === "" ? flags : `${flags} ${value}`, values ? text + messages.choices(values) : text];
  });
}
