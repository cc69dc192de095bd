import { shorten, unquoted } from "../../../core/text/shorten.ts";
import type { FixMessages } from "../types.ts";

const MAX_LISTED = 3;

const numbers = (rows: readonly { readonly no: string }[]) =>
  rows.length <= MAX_LISTED ? rows.map(({ no }) => `No. ${no}`).join(", ") : `No. ${rows[0]?.no} and ${rows.length - 1} more`;
const side = (name: string, label: string) => (label === "" ? name : `${name} (${label})`);

/** Quick fixes in English. */
export const fixes: FixMessages = {
  title: {
    correct: ({ from, to }) =>
      to === undefined ? `Correct “${shorten(unquoted(from))}”` : `Correct “${shorten(from)}” to “${to}”`,
    similar: ({ from, to }) => `Change “${shorten(from)}” to “${to}”`,
    rename: ({ from, to }) => `Rename key “${shorten(from)}” to “${to}”`,
    "own-key": ({ from, to }) => `Make “${shorten(from)}” a key of your own, “${shorten(to)}”`,
    "remove-key": ({ key }) => `Remove key “${shorten(key)}” and everything below it`,
    "keep-one": ({ key }) => `Keep one of the two “${shorten(key)}”`,
    "remove-repeated": ({ value }) => `Remove repeated “${shorten(value)}”`,
    "remove-empty": ({ fact }) => `Remove the empty value of ${fact.en} (its key stays)`,
    "keep-first": ({ key, value }) => `Keep the first, “${key}: ${value}”`,
    "keep-second": ({ key, value }) => `Keep the second, “${key}: ${value}”`,
    begin: () => "Insert the keys that every profile has",
    add: ({ fact, path }) => `Insert ${fact.en} (${path}), to fill in`,
    "add-open": ({ row, count }) => `Insert all ${count} facts not stated for No. ${row.no}, to fill in`,
    "add-alternative": ({ row }) => `Insert the facts not stated for No. ${row.no} ${row.label.en}, to fill in`,
    "add-review": ({ keys }) => `Insert the record of the review (${keys.join(", ")}), to fill in`,
    "add-evidence": ({ rows }) => `Insert evidence to fill in (${numbers(rows)})`,
    drop: ({ path, of, fact, value }) => {
      const what = of ? (fact ? `${fact.en} of ${of.en}` : of.en) : path;
      return value === undefined ? `Remove ${what} and everything below it` : `Remove ${what} (${value})`;
    },
    "drop-others": ({ path, keys }) => `Remove ${keys.join(", ")} from ${path}`,
    "add-space": () => "Insert a space after “:”",
    "add-marker": () => "Insert a line “---” below it",
    "half-width": ({ to }) =>
      to === "#" ? "Make “#” half-width" : to.startsWith(":") ? "Make “: ” half-width" : "Make the brackets half-width",
    "plain-space": ({ isRemoved }) => (isRemoved ? "Remove the superfluous space" : "Write plain spaces"),
    "indent-with-spaces": () => "Indent with spaces instead of tabs",
    quote: ({ value }) => `Put “${value}” in quotes`,
    escape: () => "Write “\\” as text (“\\\\”)",
    "add-colon": ({ key }) => `Insert “:” after “${shorten(key)}”`,
    "close-quote": ({ mark }) => `Close with ${mark} at the end of the line`,
    "close-bracket": ({ mark }) => `Close with ${mark} at the end of the line`,
    "remove-alias": ({ mark }) => `Remove “${shorten(mark)}”`,
    "remove-tag": ({ tag }) => `Remove the type tag “${shorten(tag)}”`,
    "keep-ours": ({ label }) => side("Keep the first side of the conflict", label),
    "keep-theirs": ({ label }) => side("Keep the second side of the conflict", label),
    uncomment: ({ keys }) => `Remove the “#” before ${keys.map((key) => `“${key}:”`).join(" and ")}`,
    reindent: ({ key }) => `Align “${key}” with its neighbours`,
  },
  why: {
    alias: "Nothing can be inserted here: this is an alias (*), or not a list of keys",
    broken: "A line cannot be read. Fix it first",
    empty: "There is no content yet. Closing it now would state that there is nothing",
    fails: "The stated facts do not meet it; more facts would not change that",
    meets: "A requirement would be met just by removing it. Check which is true and rewrite it",
    "not-a-key": "This key is not allowed here",
    taken: "A key with that name already exists",
    unclear: "The stated value is not enough to judge; more facts would not change that",
    unknown: "The right value is not clear from what is written. Check it and correct it",
  },
  all: (count) => `Fix all ${count} findings of this kind`,
  everything: "Fix all writing errors (stated facts do not change)",
  sort: "Put keys in the usual order",
};
