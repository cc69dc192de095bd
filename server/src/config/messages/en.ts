import { shorten, unquoted } from "../../core/text/shorten.ts";
import type { ConfigFaults } from "../problem.ts";
import type { ConfigMessages } from "./types.ts";

const TYPES: Readonly<Record<ConfigFaults["type"]["expected"], string>> = {
  mapping: "“key: value” lines",
  list: "a list (each line begins with “- ”, or all are inside [ ])",
  text: "text (in quotes)",
};

const GLOBS: Readonly<Record<ConfigFaults["glob"]["fault"], string>> = {
  empty: "empty; write the name of a file, or a glob such as *.yaml",
  long: "too long; write at most 200 characters",
  negated: "“!” cannot be used; list what to leave out under exclude",
  absolute: "write it relative to this configuration's folder",
  parent: "“..” cannot be used; write only paths inside this configuration's folder",
  characters: "“[”, “]” and “\\” cannot be used; write “/” between folders, and “?” for one character",
  braces: "{ } holds up to ten words separated by “,”, as in {a,b}, and may be used twice; no { } or “/” inside it",
  folder: "for everything in a folder, write ** after the “/”",
};

const meant = (similar: string | undefined) => (similar === undefined ? "" : `Did you mean ${similar}? `);

export const config: ConfigMessages = {
  what: {
    name: ({ name }) => `A configuration must be named ${name}. Under its present name it is not read`,
    documents: () => "There is a second configuration after “---”. Write only one",
    type: ({ key, expected, written }) =>
      `${key === "" ? "The configuration" : key} must be ${TYPES[expected]} (here: “${shorten(written)}”)`,
    key: ({ key, similar, keys }) => `There is no key “${shorten(key)}”. ${meant(similar)}Keys: ${keys.join(", ")}`,
    value: ({ key, written, similar, allowed }) =>
      `${shorten(key)} cannot be “${shorten(unquoted(written))}”. ${meant(similar)}Values: ${allowed.join(", ")}`,
    none: ({ key }) => `${key} is empty. Write at least one, or leave out the key`,
    many: ({ key, most }) => `${key}: too many. Write at most ${most}`,
    glob: ({ glob, fault }) => `“${shorten(glob)}”: ${GLOBS[fault]}`,
    code: ({ code, similar, kinds }) =>
      `There is no finding “${shorten(code)}”. ${similar === undefined ? `Write one with a requirement's number, such as 7.recommended, or one of: ${kinds.join(", ")}` : `Did you mean ${similar}?`}`,
    row: ({ code, row, rows }) =>
      `“${shorten(code)}”: there is no requirement No. ${shorten(row)}. Requirements: ${rows.join(", ")}`,
    never: ({ code, codes }) =>
      `The finding “${code}” never occurs. ${codes.length > 0 ? `Codes of this requirement: ${codes.join(", ")}` : "No code of this requirement can be written here"}`,
    locked: ({ code, lock }) =>
      lock === "duty"
        ? `The severity of “${code}” cannot be changed. A configuration neither lowers nor raises the severity of findings on a required requirement`
        : `The severity of “${shorten(code)}” cannot be changed. What cannot be read correctly is always an error`,
  },
  nothingFound: (paths, globs) =>
    `No profile found: ${paths.join(", ")} (looked for ${globs.join(", ")}, as set by files in the configuration)`,
};
