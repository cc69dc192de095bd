import type { Bundle } from "../../core/analysis/analyze.ts";
import { type Field, keysOf, propertyOf } from "../../core/schema/format.ts";
import { ANY, factsNeeded, factsOfRow, type Pattern, rowsDecidedAt } from "../../core/standard/facts.ts";
import { alternativesOf, isAsked, obligationOf, type Row, rowOf } from "../../core/standard/standard.ts";
import type { Path } from "../../core/yaml/node.ts";
import type { LanguageId } from "../../messages/language.ts";
import { editorMessages } from "../messages/index.ts";
import { newProfileMessages } from "../messages/new-profile.ts";
import { quoted } from "./quote.ts";
import { APPEND, type MapSkeleton, renderEntries, type Skeleton, skeletonOf, writtenKey } from "./skeleton.ts";
import { type AllowedValues, valuesOf } from "./values.ts";

/** What is known of a service before its profile is written. */
export interface Answers {
  readonly classification: string;
  readonly vendor: string;
  readonly service: string;
}

/** Breaks a line to a width in columns. */
export type Wrap = (text: string, width: number) => readonly string[];

/** The columns of a line. */
const WIDTH = 100;

const CLASSIFICATION = ["information", "classification"];

/** What most profiles come to state, though nothing is judged by it. */
const PREPARED = [
  ["prepared", "by"],
  ["prepared", "date"],
];
const EVIDENCE = ["title", "url", "section"];
const REVIEW = ["by", "date", "reason"];

/**
 * A profile to be filled in: what the class needs, each key with nothing behind it, explained by comments to a person who has
 * never seen such a file. What is needed in some cases only stands there as a comment.
 */
export function commentedProfile(bundle: Bundle, known: Answers, language: LanguageId, wrap: Wrap): string {
  return new ProfileWriter(bundle, known.classification, language, wrap).profile(known);
}

/** Lines as they stand within what holds them, without its indentation. */
type Block = readonly string[];

type Entries = MapSkeleton["entries"];

const NONE: Entries = new Map();

class ProfileWriter {
  readonly bundle: Bundle;
  readonly classification: string;
  readonly language: LanguageId;
  readonly wrap: Wrap;
  /** The rows that the class asks for, be it one of several. */
  readonly #rows: readonly Row[];

  constructor(bundle: Bundle, classification: string, language: LanguageId, wrap: Wrap) {
    this.bundle = bundle;
    this.classification = classification;
    this.language = language;
    this.wrap = wrap;
    this.#rows = bundle.standard.rows.filter((row) => isAsked(row, classification) || this.#groupOf(row) !== undefined);
  }

  profile({ classification, vendor, service }: Answers): string {
    const { standard, format } = this.bundle;
    const { heading, guide, notAsked } = this.#words;
    const needed = skeletonOf(format, [CLASSIFICATION, ...factsNeeded(standard, classification)], {
      [CLASSIFICATION.join(".")]: classification,
      "vendor.name": quoted(vendor),
      "service.name": quoted(service),
    });
    const possible = skeletonOf(format, this.#possible());
    const lines = [
      ...this.#comment(heading(classification), WIDTH),
      "#",
      ...guide.flatMap((text) => this.#comment(text, WIDTH, "- ")),
      "#",
      ...this.#comment(`${standard.city[this.language]} ${standard.title[this.language]}`, WIDTH),
      ...(this.#rows.length === 0 ? this.#comment(notAsked, WIDTH) : []),
      "",
      ...this.#entries(needed.entries, possible.entries, format.root, [], WIDTH),
    ];
    return `${lines.join("\n")}\n`;
  }

  get #words() {
    return newProfileMessages[this.language];
  }

  #groupOf(row: Row) {
    return alternativesOf(this.bundle.standard, row.no, this.classification);
  }

  /** Where the reviews stand by which the class accepts another row instead. */
  get #reviews(): Pattern[] {
    const rows = this.#rows.filter(({ exception }) => exception?.classes.includes(this.classification));
    return rows.map(({ no }) => ["assessment", no, "exception"]);
  }

  /** The facts that matter in some cases, or to a person: of lists, those of an item to come. */
  #possible(): Pattern[] {
    const [first] = this.#rows;
    const facts = this.#rows.flatMap(factsOfRow).map(({ pattern }) => pattern);
    return [
      ...PREPARED,
      ...facts.map((pattern) => pattern.map((step) => (step === ANY ? APPEND : step))),
      ...(first ? EVIDENCE.map((key) => ["assessment", first.no, "evidence", APPEND, key]) : []),
      ...this.#reviews.flatMap((review) => REVIEW.map((key) => [...review, key])),
    ];
  }

  /** The keys of a mapping in the format's order: those that are needed, and as comments those that may be. */
  #entries(needed: Entries, possible: Entries, field: Field, path: Path, width: number): Block {
    const lines: string[] = [];
    let told = "";
    let wasApart = false;
    for (const name of keysOf(field)) {
      const child = propertyOf(field, name);
      const other = possible.get(name);
      const value = needed.get(name) ?? other;
      if (!child || !value) continue;
      const at = [...path, name];
      const isNeeded = needed.has(name);
      const isApart = isSection(child);
      const why = isNeeded ? "" : this.#whenNeeded(at);
      const reason = why === "" || (why === told && !isApart) ? [] : this.#comment(why, width);
      const head = this.#head(value, child, at, width);
      const body = this.#entry(name, value, other ?? value, child, at, isNeeded ? width : width - 2);
      if ((isApart || wasApart) && lines.length > 0) lines.push("");
      lines.push(...(isApart ? [...head, ...reason] : [...reason, ...head]), ...(isNeeded ? body : commentedOut(body)));
      told = why;
      wasApart = isApart;
    }
    return lines;
  }

  /** A key and what stands behind it; `possible` is what may come to stand there. */
  #entry(name: string, value: Skeleton, possible: Skeleton, field: Field, path: Path, width: number): Block {
    const key = `${writtenKey(name)}:`;
    const below = width - 2;
    if (value.kind === "given") return [`${key} ${value.text}`];
    if (value.kind === "map") {
      const entries = possible.kind === "map" ? possible.entries : NONE;
      return [key, ...indented(this.#entries(value.entries, entries, field, path, below))];
    }
    const [item] = value.kind === "list" ? value.items.values() : [];
    const [possibleItem] = possible.kind === "list" ? possible.items.values() : [];
    const whole = possibleItem ?? item;
    if (!field.items || whole?.kind !== "map") return [key];
    const lines = itemOf(whole.entries);
    const explained = (width: number) => this.#keysOfItem(whole.entries, field.items as Field, [...path, 0], width);
    const { items, noItems } = this.#words;
    if (item) return [key, ...indented([...explained(below), ...this.#comment(items, below), ...lines])];
    // behind a key with nothing below it, comments stand where the key does: so the formatter has it
    return [key, ...explained(width), ...this.#comment(noItems, width), ...commentedOut(indented(lines))];
  }

  /** What an item's keys mean; above the item, so that the item can be copied as a whole. */
  #keysOfItem(entries: Entries, field: Field, path: Path, width: number): Block {
    return [...entries.keys()].flatMap((name) => {
      const child = propertyOf(field, name);
      return child ? this.#fact(child, [...path, name], width, `${name} — `) : [];
    });
  }

  /** The comments above a key. */
  #head(value: Skeleton, field: Field, path: Path, width: number): Block {
    if (!isSection(field)) return this.#fact(field, path, width, "", value.kind === "given");
    const title = field.title[this.language];
    const description = field.description?.[this.language] ?? "";
    if (path.length > 1) return this.#comment(this.#words.fact(title, [], description), width);
    return [
      ...this.#comment(this.#words.section(title), width),
      ...(description === "" ? [] : this.#comment(description, width)),
      ...this.#rowsOf(String(path[0]), width),
    ];
  }

  /** A fact: what it is called, what it decides, what it means, what may stand there. */
  #fact(field: Field, path: Path, width: number, lead = "", isGiven = false): Block {
    const rows = rowsDecidedAt(this.bundle.standard, path).filter((row) => this.#rows.includes(row));
    const { fact } = this.#words;
    const text = fact(
      field.title[this.language],
      rows.map(({ no }) => no),
      field.description?.[this.language] ?? "",
    );
    const values = valuesOf(field, path, this.bundle, this.language);
    // behind what is written already, only a choice is worth telling
    const isTold = !isGiven || values.terms.length > 0;
    return [...this.#comment(lead + text, width), ...(isTold ? this.#values(values, width) : [])];
  }

  #values({ line, terms, several }: AllowedValues, width: number): Block {
    const column = Math.max(0, ...terms.map(([value]) => value.length));
    return [
      ...(line === "" ? [] : this.#comment(line, width, "  ")),
      ...terms.flatMap(([value, text]) => this.#comment(text, width, `    ${value.padEnd(column)}  `, " ".repeat(column + 6))),
      ...(several === "" ? [] : this.#comment(several, width, "  ")),
    ];
  }

  /** The requirements that a section serves; a group of alternatives where its first is served. */
  #rowsOf(section: string, width: number): Block {
    const { standard } = this.bundle;
    const { page } = editorMessages[this.language];
    const told = new Set<unknown>();
    return this.#rows.flatMap((row) => {
      const group = this.#groupOf(row);
      const leader = group ? rowOf(standard, group.rows[0]) : row;
      if (factsOfRow(leader)[0]?.pattern[0] !== section) return [];
      const isFirst = group !== undefined && !told.has(group);
      told.add(group);
      return [
        ...(isFirst ? [this.#words.oneOf(group.rows), page.alone].flatMap((text) => this.#comment(text, width)) : []),
        ...this.#row(row, width),
      ];
    });
  }

  #row(row: Row, width: number): Block {
    const { page, hover, explanation, obligations } = editorMessages[this.language];
    const { exception } = row;
    const isReviewed = exception?.classes.includes(this.classification);
    const obligation = isReviewed ? explanation.inPrinciple : obligations[obligationOf(row, this.classification)];
    return [
      ...this.#comment(this.#words.row(page.row(row), obligation), width),
      ...this.#comment(hover.enough(row.remedy[this.language]), width, "  "),
      ...(exception && isReviewed
        ? this.#comment(page.exception(row.no, exception.carriedBy, [this.classification]), width, "  ")
        : []),
    ];
  }

  /** When to state what not every service needs to. */
  #whenNeeded(path: Path): string {
    const { ifItApplies, forAlternatives, notJudged } = this.#words;
    const { standard } = this.bundle;
    const decided = this.#rows.filter((row) => factsOfRow(row).some(({ pattern }) => leads(path, pattern)));
    const isReview = this.#reviews.some((review) => leads(path, review));
    if (decided.length === 0) return isReview ? ifItApplies : notJudged;
    const group = standard.alternatives.find(({ facts }) => facts !== undefined && leads(path, facts.split(".")));
    const others = decided.map(({ no }) => no).filter((no) => group?.rows.includes(no));
    return group ? forAlternatives(group.rows[0], others) : ifItApplies;
  }

  /** A comment, broken to the width; its further lines begin with `hang`. */
  #comment(text: string, width: number, lead = "", hang = " ".repeat(lead.length)): Block {
    return this.wrap(text, width - 2 - hang.length).map((line, index) => `# ${index === 0 ? lead : hang}${line}`.trimEnd());
  }
}

/** Whether keys of their own stand below a key. */
function isSection({ type, items }: Field): boolean {
  return type === "object" || items?.type === "object";
}

function leads(path: Path, pattern: Pattern): boolean {
  return path.every((step, index) => step === pattern[index]);
}

/** An item of a list, its keys without comments. */
function itemOf(entries: Entries): Block {
  const lines = renderEntries(entries, 0, "\n").text.split("\n");
  return lines.map((line, index) => `${index === 0 ? "- " : "  "}${line}`.trimEnd());
}

function indented(lines: Block): string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}

function commentedOut(lines: Block): string[] {
  return lines.map((line) => (line === "" ? "#" : `# ${line}`));
}
