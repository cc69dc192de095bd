import { isBlank as isBlankText, trimBlanks } from "../core/text/white-space.ts";

/** The content of a cell. */
export type Content =
  /** `text` is what the cell displays; `standing` is what remains of it without the parts that are struck through, if any are. */
  | { readonly kind: "text"; readonly text: string; readonly standing?: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** `day` is YYYY-MM-DD; undefined if the cell displays less than a day. */
  | { readonly kind: "date"; readonly day: string | undefined; readonly shown: string }
  | { readonly kind: "formula"; readonly formula: string; readonly shown: string }
  | { readonly kind: "error"; readonly shown: string };

/** A cell's content as displayed, trimmed. */
export function shown(content: Content): string {
  switch (content.kind) {
    case "text":
      return trimBlanks(content.text);
    case "number":
      return String(content.number);
    case "boolean":
      return content.value ? "TRUE" : "FALSE";
    default:
      return content.shown;
  }
}

/** A cell's content as displayed, preceded by its formula if it has one. */
export function withFormula(content: Content): string {
  return content.kind === "formula" ? `=${content.formula} (${content.shown})` : shown(content);
}

/** Whether a cell is empty. A formula never is, whatever it displays. */
export function isBlank(content: Content): boolean {
  return content.kind === "text" && isBlankText(content.text);
}

/** A content without the parts that are struck through. */
export function standing(content: Content): Content {
  return content.kind === "text" && content.standing !== undefined ? { kind: "text", text: content.standing } : content;
}
