import type { Bundle } from "../../core/analysis/analyze.ts";
import { type Field, propertyOf } from "../../core/schema/format.ts";
import { factsOfRow, type Pattern, rowsDecidedAt } from "../../core/standard/facts.ts";
import { alternativesOf, isAsked, obligationOf, type Row, rowOf } from "../../core/standard/standard.ts";
import type { Path } from "../../core/yaml/node.ts";
import type { LanguageId } from "../../messages/language.ts";
import { editorMessages } from "../messages/index.ts";
import { newProfileMessages } from "../messages/new-profile.ts";
import type { NewProfileMessages } from "../messages/new-profile-messages.ts";
import type { Skeleton } from "./skeleton.ts";
import { type AllowedValues, valuesOf } from "./values.ts";

/** Breaks a text into lines of a width in columns. */
export type Wrap = (text: string, width: number) => readonly string[];

/** TextLines without the indentation of the block that they are in. */
export type TextLines = readonly string[];

/** The comments of a new profile for one class. Widths are in columns and include the `# `. */
export class ProfileComments {
  readonly bundle: Bundle;
  readonly classification: string;
  readonly language: LanguageId;
  readonly wrap: Wrap;
  readonly messages: NewProfileMessages;
  /** The rows that the class requires or recommends, alternatives included. */
  readonly rows: readonly Row[];

  constructor(bundle: Bundle, classification: string, language: LanguageId, wrap: Wrap) {
    this.bundle = bundle;
    this.classification = classification;
    this.language = language;
    this.wrap = wrap;
    this.messages = newProfileMessages[language];
    this.rows = bundle.standard.rows.filter((row) => isAsked(row, classification) || this.#groupOf(row) !== undefined);
  }

  /** The paths of the review records with which the class accepts another row instead. */
  get reviews(): Pattern[] {
    const rows = this.rows.filter(({ exception }) => exception?.classes.includes(this.classification));
    return rows.map(({ no }) => ["assessment", no, "exception"]);
  }

  /** The comments at the head of the file. */
  introduction(width: number): TextLines {
    const { city, title } = this.bundle.standard;
    const { heading, guide, notAsked } = this.messages;
    return [
      ...this.comment(heading(this.classification), width),
      "#",
      ...guide.flatMap((text) => this.comment(text, width, "- ")),
      "#",
      ...this.comment(`${city[this.language]} ${title[this.language]}`, width),
      ...(this.rows.length === 0 ? this.comment(notAsked, width) : []),
    ];
  }

  /** The comments above a key. */
  head(value: Skeleton, field: Field, path: Path, width: number): TextLines {
    if (!isSection(field)) return this.#fact(field, path, width, "", value.kind === "given");
    const title = field.title[this.language];
    const description = field.description?.[this.language] ?? "";
    if (path.length > 1) return this.comment(this.messages.fact(title, [], description), width);
    return [
      ...this.comment(this.messages.section(title), width),
      ...(description === "" ? [] : this.comment(description, width)),
      ...this.#rowsOf(String(path[0]), width),
    ];
  }

  /** What the keys of an item mean; above the item, so that the item can be copied as a whole. */
  keysOfItem(names: Iterable<string>, field: Field, path: Path, width: number): TextLines {
    return [...names].flatMap((name) => {
      const child = propertyOf(field, name);
      return child ? this.#fact(child, [...path, name], width, `${name} — `) : [];
    });
  }

  /** The sentence that says in which cases an optional key is needed. */
  whenNeeded(path: Path): string {
    const { ifItApplies, forAlternatives, notJudged } = this.messages;
    const { standard } = this.bundle;
    const decidedRows = this.rows.filter((row) => factsOfRow(row).some(({ pattern }) => isPrefix(path, pattern)));
    const isReview = this.reviews.some((review) => isPrefix(path, review));
    if (decidedRows.length === 0) return isReview ? ifItApplies : notJudged;
    const group = standard.alternatives.find(({ facts }) => facts !== undefined && isPrefix(path, facts.split(".")));
    const others = decidedRows.map(({ no }) => no).filter((no) => group?.rows.includes(no));
    return group ? forAlternatives(group.rows[0], others) : ifItApplies;
  }

  /** A comment wrapped to the width; `lead` begins its first line and `hang` the others. */
  comment(text: string, width: number, lead = "", hang = " ".repeat(lead.length)): TextLines {
    return this.wrap(text, width - 2 - hang.length).map((line, index) => `# ${index === 0 ? lead : hang}${line}`.trimEnd());
  }

  #groupOf(row: Row) {
    return alternativesOf(this.bundle.standard, row.no, this.classification);
  }

  /** A fact: its name, the rows it decides, its meaning, its possible values. */
  #fact(field: Field, path: Path, width: number, lead = "", isGiven = false): TextLines {
    const rows = rowsDecidedAt(this.bundle.standard, path).filter((row) => this.rows.includes(row));
    const text = this.messages.fact(
      field.title[this.language],
      rows.map(({ no }) => no),
      field.description?.[this.language] ?? "",
    );
    const values = valuesOf(field, path, this.bundle, this.language);
    // if the value is already written, only a choice of values is worth explaining
    const hasValues = !isGiven || values.terms.length > 0;
    return [...this.comment(lead + text, width), ...(hasValues ? this.#values(values, width) : [])];
  }

  #values({ line, terms, several }: AllowedValues, width: number): TextLines {
    const column = Math.max(0, ...terms.map(([value]) => value.length));
    return [
      ...(line === "" ? [] : this.comment(line, width, "  ")),
      ...terms.flatMap(([value, text]) => this.comment(text, width, `    ${value.padEnd(column)}  `, " ".repeat(column + 6))),
      ...(several === "" ? [] : this.comment(several, width, "  ")),
    ];
  }

  /** The rows that a section decides; a group of alternatives is in the section of its first row. */
  #rowsOf(section: string, width: number): TextLines {
    const { standard } = this.bundle;
    const { page } = editorMessages[this.language];
    const introduced = new Set<unknown>();
    return this.rows.flatMap((row) => {
      const group = this.#groupOf(row);
      const leader = group ? rowOf(standard, group.rows[0]) : row;
      if (factsOfRow(leader)[0]?.pattern[0] !== section) return [];
      const isFirst = group !== undefined && !introduced.has(group);
      introduced.add(group);
      return [
        ...(isFirst ? [this.messages.oneOf(group.rows), page.alone].flatMap((text) => this.comment(text, width)) : []),
        ...this.#row(row, width),
      ];
    });
  }

  #row(row: Row, width: number): TextLines {
    const { page, hover, explanation, obligations } = editorMessages[this.language];
    const { exception } = row;
    const isReviewed = exception?.classes.includes(this.classification);
    const obligation = isReviewed ? explanation.inPrinciple : obligations[obligationOf(row, this.classification)];
    return [
      ...this.comment(this.messages.row(page.row(row), obligation), width),
      ...this.comment(hover.enough(row.remedy[this.language]), width, "  "),
      ...(exception && isReviewed
        ? this.comment(page.exception(row.no, exception.carriedBy, [this.classification]), width, "  ")
        : []),
    ];
  }
}

/** Whether a key has keys of its own below it, directly or in the items of a list. */
export function isSection({ type, items }: Field): boolean {
  return type === "object" || items?.type === "object";
}

function isPrefix(path: Path, pattern: Pattern): boolean {
  return path.every((step, index) => step === pattern[index]);
}
