import type { Severity } from "../core/findings/finding.ts";
import { lockOf } from "../core/findings/severities.ts";
import { normalize } from "../core/schema/normalize.ts";
import { similarTo } from "../core/schema/similar.ts";
import type { Standard } from "../core/standard/standard.ts";
import { type Entry, isUnstated, type Span, type ValueNode } from "../core/yaml/node.ts";
import { parseSource } from "../core/yaml/parse.ts";
import type { Source } from "../core/yaml/source.ts";
import type { LanguageId } from "../messages/language.ts";
import { coreMessages } from "../messages/render.ts";
import { CONFIG_NAME, type Config, NO_CONFIG } from "./config.ts";
import { FREE_KINDS, freeCodes, isOfRow, KINDS } from "./finding-codes.ts";
import { globFault, MAX_GLOBS } from "./glob.ts";
import type { ConfigFault, ConfigFaults, ConfigProblem } from "./problem.ts";

/** The problem of a configuration with the wrong file name. */
export const misnamed: ConfigProblem = { fault: "name", data: { name: CONFIG_NAME }, span: { start: 0, end: 0 } };

/** In the order of the documentation. */
export const CONFIG_KEYS = ["files", "exclude", "language", "severities"] as const satisfies readonly (keyof Config)[];

/** We read no larger text, because it may come with an untrusted folder and is read before anything else. */
const MAX_CONFIG_CHARACTERS = 100_000;

export const SEVERITY_LEVELS: readonly (Severity | "off")[] = ["error", "warning", "information", "off"];

export const LANGUAGES = Object.keys(coreMessages) as readonly LanguageId[];

/**
 * Reads a configuration. Never throws. A configuration with any problem is ignored as a whole, because applying half of it could be
 * worse than applying nothing. A key without a value counts as absent.
 */
export function readConfig(text: string, standard: Standard): { config: Config; problems: readonly ConfigProblem[] } {
  if (text.length > MAX_CONFIG_CHARACTERS) {
    const data = { kind: "limit", text: undefined } as const;
    return { config: NO_CONFIG, problems: [{ fault: "yaml", span: { start: 0, end: 0 }, data }] };
  }
  const source = parseSource(text);
  const reader = new ConfigReader(source, standard);
  const config = reader.read();
  return reader.problems.length === 0
    ? { config, problems: [] }
    : { config: NO_CONFIG, problems: inOrder(reader.problems, source) };
}

/** In text order. On a line with a YAML error other problems are dropped, because they are its consequences. */
function inOrder(problems: readonly ConfigProblem[], { lines }: Source): ConfigProblem[] {
  const lineOf = ({ span }: ConfigProblem) => lines.position(span.start).line;
  const brokenLines = new Set(problems.filter(({ fault }) => fault === "yaml").map(lineOf));
  return problems
    .filter((problem) => problem.fault === "yaml" || !brokenLines.has(lineOf(problem)))
    .sort((a, b) => a.span.start - b.span.start);
}

class ConfigReader {
  readonly problems: ConfigProblem[] = [];
  readonly #source: Source;
  readonly #rowNumbers: readonly string[];
  readonly #codes: readonly string[];

  constructor(source: Source, standard: Standard) {
    this.#source = source;
    this.#rowNumbers = standard.rows.map(({ no }) => no);
    this.#codes = freeCodes(standard);
  }

  read(): Config {
    const { documents } = this.#source;
    for (const { kind, span, text } of documents.flatMap(({ problems }) => problems)) this.#add("yaml", span, { kind, text });
    const [first, second] = documents;
    if (second) this.#add("documents", firstLine(second.span, this.#source), {});
    const entries = this.#entries(first?.root, "");
    for (const { name, key } of entries) {
      const keys: readonly string[] = CONFIG_KEYS;
      if (!keys.includes(name)) this.#add("key", key, { key: name, similar: similarTo(name, keys), keys });
    }
    const valueAt = (key: (typeof CONFIG_KEYS)[number]) => entries.find(({ name }) => name === key)?.value;
    return {
      files: this.#globs(valueAt("files"), "files"),
      exclude: this.#globs(valueAt("exclude"), "exclude") ?? [],
      language: this.#word(valueAt("language"), "language", LANGUAGES),
      severities: this.#severities(valueAt("severities")),
    };
  }

  #add<K extends ConfigFault>(fault: K, span: Span, data: ConfigFaults[K]): void {
    // The signature ties the data to the fault. TypeScript cannot see that it fits the union.
    this.problems.push({ fault, span, data } as unknown as ConfigProblem);
  }

  #written({ span }: ValueNode): string {
    return this.#source.text.slice(span.start, span.end);
  }

  #entries(node: ValueNode | undefined, key: string): readonly Entry[] {
    if (node === undefined || isUnstated(node)) return [];
    if (node.kind === "map") return node.entries;
    this.#add("type", firstLine(node.span, this.#source), { key, expected: "mapping", written: this.#written(node) });
    return [];
  }

  #globs(node: ValueNode | undefined, key: string): readonly string[] | undefined {
    if (node === undefined || isUnstated(node)) return undefined;
    if (node.kind !== "list") {
      this.#add("type", firstLine(node.span, this.#source), { key, expected: "list", written: this.#written(node) });
      return undefined;
    }
    if (node.items.length === 0) this.#add("none", node.span, { key });
    if (node.items.length > MAX_GLOBS) this.#add("many", node.items[MAX_GLOBS]?.span ?? node.span, { key, most: MAX_GLOBS });
    return node.items.flatMap((item) => this.#glob(item, key));
  }

  #glob(item: ValueNode, key: string): string[] {
    const { span } = item;
    if (item.kind !== "scalar" || typeof item.value !== "string") {
      this.#add("type", firstLine(span, this.#source), { key, expected: "text", written: this.#written(item) });
      return [];
    }
    const fault = globFault(item.value);
    if (fault) this.#add("glob", span, { glob: item.value, fault });
    return [item.value];
  }

  #word<W extends string>(node: ValueNode | undefined, key: string, allowed: readonly W[]): W | undefined {
    if (node === undefined || isUnstated(node)) return undefined;
    const value = node.kind === "scalar" ? node.value : undefined;
    const found = allowed.find((word) => word === value);
    if (found !== undefined) return found;
    const written = this.#written(node);
    const similar = typeof value === "string" ? similarTo(value, allowed) : undefined;
    this.#add("value", firstLine(node.span, this.#source), { key, written, similar, allowed });
    return undefined;
  }

  #severities(node: ValueNode | undefined): Config["severities"] {
    const severities = new Map<string, Severity | "off">();
    for (const { name, key, value } of this.#entries(node, "severities")) {
      this.#checkCode(name, key);
      const severity = this.#word(value, name, SEVERITY_LEVELS);
      if (severity !== undefined) severities.set(name, severity);
    }
    return severities;
  }

  #checkCode(code: string, span: Span): void {
    const rows = this.#rowNumbers;
    const codes = this.#codes;
    const kinds: readonly string[] = FREE_KINDS;
    if (kinds.includes(code) || codes.includes(code)) return;
    const dot = code.lastIndexOf(".");
    const [row, kind] = [code.slice(0, Math.max(0, dot)), code.slice(dot + 1)];
    const isKindOfRow = KINDS.some((other) => other === kind && isOfRow(other));
    const lock = rows.includes(row) && isKindOfRow ? lockOf(kind) : lockOf(code);
    if (lock) this.#add("locked", span, { code, lock });
    else if (rows.includes(row) && isKindOfRow) {
      this.#add("never", span, { code, codes: codes.filter((other) => other.startsWith(`${row}.`)) });
    } else if (isKindOfRow && row !== "" && !rows.includes(normalize(row))) {
      this.#add("row", span, { code, row, rows });
    } else {
      // Suggest another kind for the same row, but never another row.
      const own = codes.filter((other) => other.startsWith(`${normalize(row)}.`));
      this.#add("code", span, { code, similar: similarTo(code, own.length > 0 ? own : kinds), kinds });
    }
  }
}

/** The part of a span on its first line, so that a long value is not marked as a whole. */
function firstLine({ start, end }: Span, { lines }: Source): Span {
  return { start, end: Math.max(start, Math.min(end, lines.end(lines.position(start).line))) };
}
