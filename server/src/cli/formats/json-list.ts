import { jsonText } from "../../core/text/json-text.ts";

/** The text of a JSON document before and after the items of a list, which must be empty in it. */
export function textAroundList(document: object, list: string): readonly [before: string, after: string] {
  // a string value cannot match: its quotes are escaped
  const [before = "", after = ""] = jsonText(document).split(`"${list}": []`);
  return [`${before}"${list}": [`, `]${after}\n`];
}

/** The text of list items, indented as at a depth of a JSON document. */
export function itemsText(items: readonly unknown[], depth: number): string {
  if (items.length === 0) return "";
  let list: unknown = items;
  for (let level = 1; level < depth; level++) list = [list];
  // nested lists give the indent; their brackets and indents take this many characters on either side
  const wrapping = depth * (depth + 1);
  return jsonText(list).slice(wrapping, -wrapping);
}

/** Joins the texts of list items. */
export class ListWriter {
  readonly #depth: number;
  #isEmpty = true;

  /** @param depth of the items in the document */
  constructor(depth: number) {
    this.#depth = depth;
  }

  next(items: string): string {
    if (items === "") return "";
    const separator = this.#isEmpty ? "\n" : ",\n";
    this.#isEmpty = false;
    return separator + items;
  }

  end(): string {
    return this.#isEmpty ? "" : `\n${"  ".repeat(this.#depth - 1)}`;
  }
}
