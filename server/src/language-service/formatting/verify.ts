import { plain } from "../../core/yaml/node.ts";
import type { Source } from "../../core/yaml/source.ts";
import { tokensOf } from "../../core/yaml/tokens.ts";

/** Whether the formatter can handle a text: within the size limits, and without lone CRs. */
export function isFormattable({ text, documents }: Source): boolean {
  return !/\r(?!\n)/.test(text) && !documents.some(({ problems }) => problems.some(({ kind }) => kind === "limit"));
}

/** Whether two texts have the same values, problems and comments. Key order never matters; `inOrder` is about the comments. */
export function saysTheSame(a: Source, b: Source, { inOrder = true } = {}): boolean {
  return contentOf(a) === contentOf(b) && commentsOf(a.text, inOrder) === commentsOf(b.text, inOrder);
}

function contentOf({ documents }: Source): string {
  const content = documents.map(({ root, problems }) => [
    root ? plain(root) : null,
    problems.map(({ kind, text }) => [kind, text]),
  ]);
  return JSON.stringify(content, (_, value) => (isObject(value) ? inKeyOrder(value) : value));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The entries of an object sorted by key, marked to differ from a list. */
function inKeyOrder(object: object): unknown[] {
  return ["{}", ...Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))];
}

function commentsOf(text: string, inOrder: boolean): string {
  const comments = tokensOf(text).flatMap(({ kind, start, end }) => (kind === "comment" ? [text.slice(start, end)] : []));
  return (inOrder ? comments : comments.sort()).join("\n");
}
