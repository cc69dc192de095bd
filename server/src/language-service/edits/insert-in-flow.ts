import { isBlank } from "../../core/text/white-space.ts";
import { contentEnd, type Span } from "../../core/yaml/node.ts";
import { type Edit, insertion } from "./edit.ts";
import { remarksBehind } from "./flow-remarks.ts";
import type { Indentation } from "./indentation.ts";
import { prefixed, type Rendered } from "./skeleton.ts";
import { eolOf, skipTrivia, type Target } from "./target.ts";

/** Inserts parts into flow collections: on the line of their neighbours, or below the comments of the part before them. */
export class FlowInserter {
  readonly target: Target;
  readonly indentation: Indentation;
  readonly edits: Edit[];
  /** The offsets at which a comma was inserted. */
  readonly #commas = new Set<number>();

  constructor(target: Target, indentation: Indentation, edits: Edit[]) {
    this.target = target;
    this.indentation = indentation;
    this.edits = edits;
  }

  /** Inserts a part behind the opening bracket. */
  first({ start, end }: Span, part: Rendered): void {
    const { text } = this.target;
    const next = skipTrivia(text, start + 1);
    const isEmpty = next === end - 1;
    const remarks = remarksBehind(text, start + 1, next, isEmpty);
    const column = isEmpty ? undefined : this.#columnOf(next);
    // comments above the first part belong to it
    const isNext = !isEmpty && isBlank(text.slice(start + 1, next));
    if (remarks) this.#insert(remarks.end, suffixed(this.#onOwnLine(part, start, column), isEmpty ? "" : ","));
    else this.#insert(isNext ? next : start + 1, suffixed(part, isEmpty ? "" : isNext ? ", " : ","));
  }

  /** Inserts a part behind another one; `next` is the start of the one after that, if there is one. */
  behind({ start, end }: Span, next: number | undefined, collection: Span, part: Rendered): void {
    const { text } = this.target;
    // a key without a value may end with a space, which the comment needs
    const last = contentEnd(text, { start, end });
    const remarks = remarksBehind(text, last, next ?? collection.end - 1, next === undefined);
    if (!remarks) {
      this.#insert(end, prefixed(", ", part));
      return;
    }
    const column = this.#columnOf(start) ?? (next === undefined ? undefined : this.#columnOf(next));
    const line = this.#onOwnLine(part, collection.start, column);
    if (remarks.comma === "before") this.#insert(remarks.end, suffixed(line, ","));
    else if (this.#commas.has(last)) this.#insert(remarks.end, prefixed(",", line));
    else {
      this.#commas.add(last);
      this.#insert(last, { text: ",", stops: [] });
      this.#insert(remarks.end, line);
    }
  }

  /** The part on a new line, in a column, or else deeper than the line of the bracket. */
  #onOwnLine(part: Rendered, bracket: number, column: number | undefined): Rendered {
    const { text, lines } = this.target;
    const line = lines.text(lines.position(bracket).line);
    const indent = column ?? line.search(/[^ \t]/) + this.indentation.section;
    return prefixed(eolOf(text) + " ".repeat(indent), part);
  }

  /** The column of a part that is the first on its line. */
  #columnOf(offset: number): number | undefined {
    const { line, character } = this.target.lines.position(offset);
    return /^[ \t]*$/.test(this.target.lines.text(line).slice(0, character)) ? character : undefined;
  }

  #insert(offset: number, rendered: Rendered): void {
    this.edits.push(insertion(offset, rendered));
  }
}

function suffixed({ text, stops }: Rendered, suffix: string): Rendered {
  return { text: text + suffix, stops };
}
