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
    "remove-key": ({ key }) => `Remove key “${shorten(key)}” with all below it`,
    "keep-one": ({ key }) => `Keep one of the two “${shorten(key)}”`,
    "remove-repeated": ({ value }) => `Remove repeated “${shorten(value)}”`,
    "remove-empty": ({ fact }) => `Remove the empty value of ${fact.en} (its key stays)`,
    "keep-first": ({ key, value }) => `Keep the first, “${key}: ${value}”`,
    "keep-second": ({ key, value }) => `Keep the second, “${key}: ${value}”`,
    begin: () => "Insert the keys that every profile has",
    add: ({ fact, path }) => `Insert ${fact.en} (${path}), to be filled in`,
    "add-open": ({ row, count }) => `Insert all ${count} facts not stated for No. ${row.no}, to be filled in`,
    "add-alternative": ({ row }) => `Insert the facts not stated for No. ${row.no} ${row.label.en}, to be filled in`,
    "add-review": ({ keys }) => `Insert the record of the review (${keys.join(", ")}), to be filled in`,
    "add-evidence": ({ rows }) => `Insert evidence, to be filled in (${numbers(rows)})`,
    drop: ({ path, of, fact, value }) => {
      const what = of ? (fact ? `${fact.en} of ${of.en}` : of.en) : path;
      return value === undefined ? `Remove ${what} with all below it` : `Remove ${what} (${value})`;
    },
    "drop-others": ({ path, keys }) => `Remove ${keys.join(", ")} from ${path}`,
    "add-space": () => "Insert a space after “:”",
    "half-width": ({ from }) => (/[:：]/.test(from) ? "Write “: ” half-width" : "Write the spaces half-width"),
    "indent-with-spaces": () => "Indent with spaces instead of tabs",
    quote: ({ value }) => `Put “${value}” in quotes`,
    escape: () => "Write “\\” as text (“\\\\”)",
    "add-colon": ({ key }) => `Insert “:” after “${shorten(key)}”`,
    "close-quote": ({ mark }) => `Close with ${mark} at the end of the line`,
    "close-bracket": ({ mark }) => `Close with ${mark} at the end of the line`,
    "remove-alias": ({ name }) => `Remove “*${shorten(name)}”`,
    "remove-tag": ({ tag }) => `Remove the type tag “${shorten(tag)}”`,
    "keep-ours": ({ label }) => side("Keep the first side of the conflict", label),
    "keep-theirs": ({ label }) => side("Keep the second side of the conflict", label),
    reindent: ({ key }) => `Line up “${key}” with its neighbours`,
  },
  why: {
    alias: "Nothing can be added here: it is an alias (*), or no list of keys",
    broken: "A line cannot be read. Mend it first",
    empty: "Nothing is written yet. Closed as it is, it would state that there is nothing",
    fails: "The facts stated do not meet it; more facts would not change that",
    "not-a-key": "No such key may stand here",
    taken: "A key of that name is there already",
    unclear: "The value stated is not enough to judge; more facts would not change that",
    unknown: "What is written does not tell the right value. Check it and write it again",
  },
  all: (count) => `Fix all ${count} findings of this kind`,
  everything: "Fix all slips of writing (nothing stated is changed)",
  sort: "Put keys in the usual order",
};
