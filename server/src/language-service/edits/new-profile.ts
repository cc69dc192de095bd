import type { Bundle } from "../../core/analysis/analyze.ts";
import { type Field, keysOf, propertyOf } from "../../core/schema/format.ts";
import { ANY, factsNeeded, factsOfRow, type Pattern } from "../../core/standard/facts.ts";
import type { Path } from "../../core/yaml/node.ts";
import type { LanguageId } from "../../messages/language.ts";
import { isSection, ProfileComments, type TextLines, type Wrap } from "./profile-comments.ts";
import { quoted } from "./quote.ts";
import { APPEND, type MapSkeleton, renderEntries, type Skeleton, skeletonOf, writtenKey } from "./skeleton.ts";

/** What the user states about a service before its profile is written. */
export interface Answers {
  readonly classification: string;
  readonly vendor: string;
  readonly service: string;
}

/** The line width, in columns. */
const WIDTH = 100;

const CLASSIFICATION = ["information", "classification"];

/** Facts that most profiles state although they do not affect the result. */
const PREPARED = [
  ["prepared", "by"],
  ["prepared", "date"],
];
const EVIDENCE = ["title", "url", "section"];
const REVIEW = ["by", "date", "reason"];

/**
 * The text of a profile to fill in: the keys that the class needs, without values, with comments for a reader who has never seen
 * such a file. Keys that are needed only in some cases are commented out.
 */
export function commentedProfile(bundle: Bundle, answers: Answers, language: LanguageId, wrap: Wrap): string {
  return new ProfileWriter(bundle, answers, new ProfileComments(bundle, answers.classification, language, wrap)).profile();
}

type Entries = MapSkeleton["entries"];

const NO_ENTRIES: Entries = new Map();

/** Writes the keys; `comments` writes what is above them. */
class ProfileWriter {
  readonly bundle: Bundle;
  readonly answers: Answers;
  readonly comments: ProfileComments;

  constructor(bundle: Bundle, answers: Answers, comments: ProfileComments) {
    this.bundle = bundle;
    this.answers = answers;
    this.comments = comments;
  }

  profile(): string {
    const { standard, format } = this.bundle;
    const { classification, vendor, service } = this.answers;
    const needed = skeletonOf(format, [CLASSIFICATION, ...factsNeeded(standard, classification)], {
      [CLASSIFICATION.join(".")]: classification,
      "vendor.name": quoted(vendor),
      "service.name": quoted(service),
    });
    const optional = skeletonOf(format, this.#optionalFacts());
    const lines = [
      ...this.comments.introduction(WIDTH),
      "",
      ...this.#entries(needed.entries, optional.entries, format.root, [], WIDTH),
    ];
    return `${lines.join("\n")}\n`;
  }

  /** The facts that matter in some cases only, or only to a reader; of lists, the facts of a new item. */
  #optionalFacts(): Pattern[] {
    const { rows, reviews } = this.comments;
    const [first] = rows;
    const facts = rows.flatMap(factsOfRow).map(({ pattern }) => pattern);
    return [
      ...PREPARED,
      ...facts.map((pattern) => pattern.map((step) => (step === ANY ? APPEND : step))),
      ...(first ? EVIDENCE.map((key) => ["assessment", first.no, "evidence", APPEND, key]) : []),
      ...reviews.flatMap((review) => REVIEW.map((key) => [...review, key])),
    ];
  }

  /** The keys of a mapping in the format's order: the needed ones, and the optional ones commented out. */
  #entries(needed: Entries, optional: Entries, field: Field, path: Path, width: number): TextLines {
    const lines: string[] = [];
    let lastReason = "";
    let wasSection = false;
    for (const name of keysOf(field)) {
      const child = propertyOf(field, name);
      const optionalValue = optional.get(name);
      const value = needed.get(name) ?? optionalValue;
      if (!child || !value) continue;
      const childPath = [...path, name];
      const isNeeded = needed.has(name);
      const isOwnSection = isSection(child);
      const reason = isNeeded ? "" : this.comments.whenNeeded(childPath);
      const isRepeated = reason === lastReason && !isOwnSection;
      const reasonLines = reason === "" || isRepeated ? [] : this.comments.comment(reason, width);
      const head = this.comments.head(value, child, childPath, width);
      const body = this.#entry(name, value, optionalValue ?? value, child, childPath, isNeeded ? width : width - 2);
      if ((isOwnSection || wasSection) && lines.length > 0) lines.push("");
      lines.push(
        ...(isOwnSection ? [...head, ...reasonLines] : [...reasonLines, ...head]),
        ...(isNeeded ? body : commentedOut(body)),
      );
      lastReason = reason;
      wasSection = isOwnSection;
    }
    return lines;
  }

  /** A key with its value; `optional` is the value with the keys that may be added. */
  #entry(name: string, value: Skeleton, optional: Skeleton, field: Field, path: Path, width: number): TextLines {
    const key = `${writtenKey(name)}:`;
    if (value.kind === "given") return [`${key} ${value.text}`];
    if (value.kind === "map") {
      const entries = optional.kind === "map" ? optional.entries : NO_ENTRIES;
      return [key, ...indented(this.#entries(value.entries, entries, field, path, width - 2))];
    }
    const item = firstItem(value);
    const wholeItem = firstItem(optional) ?? item;
    if (!field.items || wholeItem?.kind !== "map") return [key];
    return [key, ...this.#items(wholeItem.entries, item !== undefined, field.items, [...path, 0], width)];
  }

  /** What goes below the key of a list: an item to fill in, commented out unless the list needs one. */
  #items(entries: Entries, isNeeded: boolean, field: Field, path: Path, width: number): TextLines {
    const lines = itemOf(entries);
    const { items, noItems } = this.comments.messages;
    const explained = (width: number) => [
      ...this.comments.keysOfItem(entries.keys(), field, path, width),
      ...this.comments.comment(isNeeded ? items : noItems, width),
    ];
    if (isNeeded) return indented([...explained(width - 2), ...lines]);
    // the formatter puts comments after a key without a value in the column of the key
    return [...explained(width), ...commentedOut(indented(lines))];
  }
}

function firstItem(skeleton: Skeleton): Skeleton | undefined {
  return skeleton.kind === "list" ? [...skeleton.items.values()][0] : undefined;
}

/** An item of a list, its keys without comments. */
function itemOf(entries: Entries): TextLines {
  const lines = renderEntries(entries, 0, "\n").text.split("\n");
  return lines.map((line, index) => `${index === 0 ? "- " : "  "}${line}`.trimEnd());
}

function indented(lines: TextLines): string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}

function commentedOut(lines: TextLines): string[] {
  return lines.map((line) => (line === "" ? "#" : `# ${line}`));
}
