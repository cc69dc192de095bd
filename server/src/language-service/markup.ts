import { type MarkupContent, MarkupKind } from "vscode-languageserver";

/** Writes text as markup for a client. `text` arguments are always escaped; only `markup` arguments are not. */
export interface Markup {
  readonly kind: MarkupKind;
  /** Running text; line ends become line breaks. */
  readonly text: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly code: (text: string) => string;
  /** A value of the format and its title. */
  readonly term: (code: string, text: string) => string;
  readonly quote: (text: string) => string;
  readonly block: (text: string) => string;
  readonly item: (markup: string) => string;
  readonly link: (text: string, url: string) => string;
  readonly lineBreak: string;
  readonly rule: string;
}

const markdown: Markup = {
  kind: MarkupKind.Markdown,
  text: (text) => escapeMarkdown(text).replace(/\n/g, "  \n"),
  bold: (text) => `**${escapeMarkdown(text)}**`,
  code: (text) => {
    const fence = "`".repeat(longestRun(text) + 1);
    const padding = /^`|`$|^ .* $/.test(text) ? " " : "";
    return `${fence}${padding}${text}${padding}${fence}`;
  },
  term: (code, text) => `${markdown.code(code)} ${escapeMarkdown(text)}`,
  quote: (text) => escapeMarkdown(text).replace(/^/gm, "> ").replace(/\n/g, "  \n"),
  block: (text) => {
    const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}yaml\n${text}\n${fence}`;
  },
  item: (markup) => `- ${markup}`,
  link: (text, url) =>
    `[${escapeMarkdown(text)}](${url.replace(/[\s()<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`)})`,
  lineBreak: "  \n",
  rule: "---",
};

const plain: Markup = {
  kind: MarkupKind.PlainText,
  text: (text) => text,
  bold: (text) => text,
  code: (text) => text,
  term: (code, text) => `${code}: ${text}`,
  quote: (text) => text,
  block: (text) => text,
  item: (markup) => `- ${markup}`,
  link: (text, url) => `${text} ${url}`,
  lineBreak: "\n",
  rule: "---",
};

/** Markdown or plain text, by the client's capability. */
export function markupFor({ markdown: isMarkdown }: { readonly markdown: boolean }): Markup {
  return isMarkdown ? markdown : plain;
}

/** Joins blocks, leaving out empty ones. */
export function content({ kind }: Markup, blocks: readonly (string | undefined)[]): MarkupContent {
  const separator = kind === MarkupKind.Markdown ? "\n\n" : "\n";
  return { kind, value: blocks.filter((block) => block !== undefined && block !== "").join(separator) };
}

/** Escapes all Markdown: emphasis, links (bare URLs and mail addresses included), HTML, entities, lists. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&~|$!@]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/www(?=\.)/gi, "www\\")
    .replace(
      /^([^\S\r\n\u2028\u2029]*)([-+#]|\d+[.)]|=)/gm,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
