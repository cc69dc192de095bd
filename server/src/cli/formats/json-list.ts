/** What stands before the items of a list and after them, as JSON.stringify writes the document; the list is empty in it. */
export function around(document: object, list: string): readonly [before: string, after: string] {
  // within a string, the quotes would be escaped
  const [before = "", after = ""] = JSON.stringify(document, null, 2).split(`"${list}": []`);
  return [`${before}"${list}": [`, `]${after}\n`];
}

/** Items of a list as JSON.stringify writes them so deep in a document. */
export function itemsText(items: readonly unknown[], depth: number): string {
  if (items.length === 0) return "";
  let list: unknown = items;
  for (let level = 1; level < depth; level++) list = [list];
  // in lists of lists they are as deep; what opens and closes those takes as many characters on either side
  const around = depth * (depth + 1);
  return JSON.stringify(list, null, 2).slice(around, -around);
}

/** Puts a list together of the text of some items after the other. */
export class ListWriter {
  readonly #depth: number;
  #isEmpty = true;

  /** @param depth how deep the items are */
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
