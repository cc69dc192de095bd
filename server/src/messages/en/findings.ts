import type { Payloads, Reason } from "../../core/findings/finding.ts";
import type { Row } from "../../core/standard/standard.ts";
import { shorten, unquoted } from "../../core/text/shorten.ts";
import { alikesIn, hasAlike } from "../../core/text/white-space.ts";
import { applying, type CoreMessages, type Meant, ofValues } from "../language.ts";
import { alikes } from "./alikes.ts";
import { explanation } from "./explanation.ts";
import { list } from "./list.ts";
import { reviewParts } from "./review.ts";

const name = (row: Row) => `No. ${row.no} ${row.label.en}`;
/** A clause that “met” completes: “neither 5-2 nor 5-3 is”. */
const noneOf = ([first = "", second = "", ...others]: readonly string[]) => {
  if (second === "") return `nor is ${first}`;
  return others.length === 0 ? `neither ${first} nor ${second} is` : `none of ${list([first, second, ...others])} is`;
};
const numbers = (rows: readonly { readonly row: Row }[]) => list(rows.map(({ row }) => row.no));
const inSentence = (title: string) => (/^[A-Z][a-z]/.test(title) ? title[0]?.toLowerCase() + title.slice(1) : title);
const subject = ({ of, fact }: Reason) => (of ? `${of.en}, ${inSentence(fact.en)}` : fact.en);
const value = ({ value: written = "" }: Reason) => unquoted(written);
const quoted = (reason: Reason) => (reason.isTitle ? value(reason) : `“${value(reason)}”`);
const remarks = ({ title, note, value: written }: Reason) => {
  const texts = [title, note].flatMap((text) => (text && text.en !== written ? [text.en] : []));
  return texts.length > 0 ? ` (${texts.join("; ")})` : "";
};

const reason = (reason: Reason): string => {
  switch (reason.state) {
    case "unstated":
      return reason.note?.en ?? `${subject(reason)}: not stated`;
    case "lacking":
      return reason.note?.en ?? `nothing in ${subject(reason)} fits`;
    case "unclear":
      return `${subject(reason)}: ${quoted(reason)} is not enough to judge${remarks(reason)}`;
    case "invalid":
      return `${subject(reason)} cannot be read`;
    default:
      if (reason.value === undefined) return subject(reason);
      return `${subject(reason)}: ${quoted(reason)}${reason.value === "[]" && !reason.note ? " (none)" : remarks(reason)}`;
  }
};

const TYPES = {
  object: "“key: value” lines",
  array: "a list (each line begins with “- ”, or all are inside [ ])",
  string: "text (a value such as 123 or true goes in quotes)",
  boolean: "true or false",
  integer: "a whole number",
};

/** The canonical notation, a similar value, and the requirements that the value blocks. */
const ofValue = ({ meant, similar, apart, orNone, blocks }: Meant) => [
  ...(meant === undefined ? [] : [`Write it as: ${meant}`]),
  ...(similar === undefined ? [] : [`Did you mean: ${similar}`]),
  ...(apart === undefined ? [] : [`Write them as separate items: ${apart.join(", ")}`]),
  ...(orNone && meant === undefined && similar === undefined ? ["To state that there are none, write []"] : []),
  ...blocked(blocks),
];

const blocked = (blocks: readonly string[]) =>
  blocks.length > 0 ? [`Requirements that cannot be judged because of this: ${list(blocks.map((no) => `No. ${no}`))}`] : [];

/** The allowed values, unless we know which one was meant. */
const choices = ({ allowed, meant, apart }: Payloads["schema.enum"]) =>
  meant === undefined && apart === undefined
    ? [`Values: ${allowed.map(({ value, en }) => (en === value ? value : `${value} (${en})`)).join(", ")}`]
    : [];

/** Where to write an unstated fact, unless the reason says so. */
const place = ({ state, path, note }: Reason) => (state === "unstated" && !note ? [`Where to write it: ${path}`] : []);

const remedies = ({ row, alternatives, status, reason }: Payloads["unmet"]): string[] => {
  if (alternatives.length === 0) return [...place(reason), `To meet it: ${row.remedy.en}`];
  const branches = applying([{ row, status, open: [] as readonly string[] }, ...alternatives]);
  return [
    ...place(reason),
    "To meet it, one of:",
    ...branches.map(
      ({ row, open }) => `- ${row.no}: ${row.remedy.en}${open.length > 0 ? ` (not stated: ${open.join(", ")})` : ""}`,
    ),
  ];
};

/** The characters of a text that only look like a space. */
const noSpace = (text: string) => `${alikes(text)} ${alikesIn(text).length > 1 ? "are no spaces" : "is no space"} to YAML`;

export const findings: CoreMessages = {
  id: "en",
  className: (name) => name,
  what: {
    unmet: ({ row, reason: why, alternatives }) => {
      const others = applying(alternatives).map(({ row }) => row.no);
      return `${name(row)}: ${reason(why)}${others.length > 0 ? `; ${noneOf(others)} met instead` : ""}`;
    },
    unstated: ({ row, reason: why, alternatives, status }) => {
      const open = alternatives.filter(({ status }) => status === "unknown");
      if (status === "unmet")
        return `${name(row)}: not met; whether ${list(
          open.map(({ row }) => row.no),
          "or",
        )} is met instead cannot be judged`;
      return `${name(row)}: ${reason(why)}${open.length > 0 ? `; ${numbers(open)} cannot be judged either` : ""}`;
    },
    recommended: ({ row, reason: why, carrier }) =>
      `${name(row)} (recommended): ${reason(why)}${carrier ? `; ${carrier.no} is met instead` : ""}`,
    exception: ({ row, carrier, carrierStatus }) =>
      `${name(row)}: not met; ${carrier.no} may replace it only if a review is recorded${carrierStatus === "unknown" ? ` (${carrier.no} itself cannot be judged)` : ""}`,
    excepted: ({ row, carrier, carrierStatus, by, date }) =>
      `${name(row)}: not met; after a review (${by}, ${date}) ${carrier.no} is accepted instead${carrierStatus === "unknown" ? ` (${carrier.no} itself cannot be judged)` : ""}`,
    legacy: ({ row, reason: { of }, values }) =>
      `${name(row)}: ${of ? `${of.en} also allows` : "also allowed:"} outdated ${list(values)}`,
    expiring: ({ row, date }) => `${name(row)}: its certificate expires soon (${date})`,
    "check.contradiction": ({ row }) => `${name(row)}: checked ok, but the stated facts do not meet it`,
    "check.unsupported": ({ row }) => `${name(row)}: checked ok, but the facts are not enough to judge`,
    "check.objection": ({ row }) => `${name(row)}: checked ng, but the stated facts meet it`,
    "evidence.absent": ({ rows }) => `Requirements met without evidence: ${list(rows.map(({ no }) => `No. ${no}`))}`,
    "evidence.expired": ({ row, title, date }) =>
      `Evidence of No. ${row}${title === null ? "" : ` “${title}”`} was valid until ${date}`,
    "evidence.file": ({ row, file }) =>
      `Evidence of No. ${row}: the file “${file}” does not exist (its path is relative to the profile)`,
    "consistency.overseas-unused": ({ row }) => `The facts on storage abroad have no effect while ${name(row)} is met`,
    "consistency.backup-store-unused": () => "A backup store is stated, but dataLocation.backups states that none are taken ([])",
    "consistency.class-abroad-above-handled": ({ abroad, handled }) =>
      `Class ${abroad} is stored abroad, but the highest class handled is ${handled}`,
    "consistency.erasure-flags-unused": ({ fact, method }) =>
      `“${fact.en}” matters only for cryptographic erase (the method is “${method}”)`,
    "consistency.exception-unused": ({ row }) => `${name(row)} is met, so the reviewed exception has no effect`,
    "consistency.renewal-not-ismap": ({ scheme, renewable }) =>
      `A pending renewal matters only for ${list(renewable)} (the scheme is “${scheme}”)`,
    "consistency.admin-facts-unused": ({ group }) => `${group.en}: no admin screens, so the other facts have no effect`,
    "consistency.date-in-future": ({ fact, date }) => `${fact.en} (${date}) is later than the as-of date`,
    "schema.type": ({ fact, value: written, expected }) =>
      `${fact.en} must be ${TYPES[expected]} (here: “${shorten(written)}”)${
        expected === "object" && hasAlike(written) ? `. ${noSpace(written)}` : ""
      }`,
    "schema.enum": ({ fact, value: written }) => `${fact.en} cannot be “${shorten(unquoted(written))}”`,
    "schema.country": ({ fact, value: written }) =>
      `${fact.en}: “${shorten(unquoted(written))}” is not a country code (two letters of ISO 3166-1, such as JP)`,
    "schema.cipher": ({ value: written }) =>
      `Cipher cannot be “${shorten(unquoted(written))}” (write NAME-KEY-MODE, such as AES-256-GCM)`,
    "schema.date": ({ fact, value: written }) =>
      `${fact.en}: “${shorten(unquoted(written))}” is not a valid date (YYYY-MM-DD, such as 2027-03-31)`,
    "schema.corporate-number": ({ value: written }) =>
      `Corporate number “${shorten(unquoted(written))}” is not valid (13 digits; the check digit or the length is wrong)`,
    "schema.version": ({ value: written }) => `Format version “${shorten(written)}” is not known. Write profile: 1`,
    "schema.minimum": ({ fact, value: written, minimum }) =>
      `${fact.en} must be a whole number of at least ${minimum} (here: “${shorten(written)}”)`,
    "schema.empty": ({ fact }) => `${fact.en} is empty. Write a value, or keep only the key if the value is not known`,
    "schema.duplicate": ({ fact, value: written }) => `${fact.en} “${shorten(written)}” is repeated`,
    "schema.required": ({ key, fact, of }) => `${fact.en} (${of === "" ? key : `${of}.${key}`}) must be stated`,
    "schema.unknown-key": ({ key, only }) =>
      key === ""
        ? "There is no key before “:”"
        : only.length > 0
          ? `“${key}” is allowed only under ${list(only)}`
          : `There is no key “${key}”${hasAlike(key) ? ` (it has ${alikes(key)} in it)` : ""}`,
    "schema.empty-profile": () => "The profile is empty. Begin with profile: 1",
    "yaml.alias": ({ text = "" }) => `What “*${text}” points to (&${text}) is not defined before it`,
    "yaml.alias-cycle": ({ text }) => `“*${text ?? ""}” contains itself`,
    "yaml.anchor": ({ text = "" }) =>
      text.length === 1 ? `There is no name after “${text}”` : `“${shorten(text)}” cannot stand here`,
    "yaml.character": ({ text }) => `“${text ?? ""}” is not allowed here. Put the value in double quotes`,
    "yaml.colon": ({ text = "" }) => `“${shorten(text)}” has no “:” after it`,
    "yaml.colon-in-value": ({ text }) =>
      text === undefined
        ? "The value contains “: ”. Put it in double quotes"
        : `“${shorten(text)}” has no “,” before it, or the value contains “: ”: put a value in double quotes`,
    "yaml.colon-space": () => "There is no space after “:”",
    "yaml.conflict": () => "An unresolved git conflict. Choose one side and remove the marked lines",
    "yaml.directive": ({ text = "" }) => `“${shorten(text)}” must stand directly before a line “---”`,
    "yaml.duplicate-key": ({ text }) => `“${text ?? ""}” appears twice. Keep one`,
    "yaml.escape": ({ text }) => `“${text ?? ""}” means nothing in double quotes. Write “\\${text ?? ""}”, or use single quotes`,
    "yaml.flow": ({ text }) => `“${text ?? ""}” is not closed`,
    "yaml.full-width": ({ text }) => `Full-width “${text ?? ""}”. Write it half-width`,
    "yaml.indent": ({ text }) =>
      `The indentation does not line up${text === undefined ? "" : `. Align it with “${shorten(text)}” above`}`,
    "yaml.key": () => "A key must be one word",
    "yaml.limit": () => "Too large, too deep or too often repeated to be read",
    "yaml.quote": ({ text }) => `The quotation mark ${text ?? ""} is not closed`,
    "yaml.syntax": () => "This cannot be read as YAML",
    "yaml.tab": () => "Tabs cannot be used for indentation. Use spaces",
    "yaml.tag": ({ text }) => `Type tags${text ? ` (“${text}”)` : ""} cannot be used`,
    "yaml.unexpected": ({ text = "" }) =>
      text.startsWith("#")
        ? "There is no space before “#”"
        : `“${shorten(text)}” cannot stand here. Move it into the value, or remove it`,
    "yaml.white-space": ({ text = "" }) => `${noSpace(text)}. Write a plain space, or none`,
  },
  remedy: {
    unmet: remedies,
    unstated: remedies,
    recommended: ({ row, reason }) => [...place(reason), `To meet it: ${row.remedy.en}`],
    exception: ({ row, missing }) => [
      `To meet it: ${row.remedy.en}`,
      `Or consider the other requirements as a whole and record ${reviewParts(missing)} under assessment."${row.no}".exception.`,
    ],
    excepted: ({ row }) => [`To meet it: ${row.remedy.en}`],
    legacy: ({ values }) => [`To resolve it: disable ${list(values)}.`],
    expiring: () => ["To keep it: renew in time and state the new date."],
    "evidence.absent": () => ["State the title and the URL of the evidence (a quick fix adds the fields)."],
    ...ofValues(ofValue),
    "schema.enum": (data) => [...ofValue({ ...data, blocks: [] }), ...choices(data), ...blocked(data.blocks)],
    "schema.unknown-key": (data) =>
      data.key !== "" && data.similar === undefined && data.only.length === 0
        ? ["Begin keys of your own with x-."]
        : ofValue(data),
  },
  reason,
  relatedRow: (row, text) => `${row.no} ${row.label.en}: ${text}`,
  risk: (text) => `Risk stated in the standard: ${text}`,
  requirement: (row, classification, alternatives) => {
    const obligation = classification === null ? undefined : row.obligation[classification]?.is;
    const rows = [row, ...alternatives.map(({ row }) => row)].map(({ no }) => no);
    const duty =
      alternatives.length > 0
        ? `one of ${list(rows, "or")} is required`
        : obligation &&
          (row.exception?.classes.includes(classification ?? "") ? "required in principle" : findings.obligations[obligation]);
    return `Requirement: ${name(row)}${duty === undefined ? "" : ` (class ${classification}: ${duty})`}`;
  },
  kinds: {
    unmet: "The stated facts do not meet a requirement that is required for this class.",
    unstated: "The facts that decide a requirement of this class are not stated. What is not stated never passes.",
    recommended: "A requirement that is recommended for this class is not met, or its facts are not stated.",
    exception: "A requirement that is required in principle is not met. Another may replace it only if a review is recorded.",
    excepted: "A requirement that is required in principle is not met; a review is recorded, and another is accepted instead.",
    legacy: "The requirement is met, but outdated methods are also allowed.",
    expiring: "The certificate that meets the requirement expires soon.",
    "check.contradiction":
      "A person checked ok, but the stated facts do not meet the requirement. A check never changes the result.",
    "check.unsupported": "A person checked ok, but the deciding facts are not stated. A check never changes the result.",
    "check.objection": "A person checked ng, but the stated facts meet the requirement. A check never changes the result.",
    "evidence.absent": "Requirements are met for which no evidence is given.",
    "evidence.expired": "Evidence is no longer valid.",
    "evidence.file": "The file of a piece of evidence is not where its path, relative to the profile, says.",
    "consistency.overseas-unused": "The facts on storage abroad have no effect where data stays in Japan.",
    "consistency.backup-store-unused": "There is a store of backups, but the profile states that no backups are taken.",
    "consistency.class-abroad-above-handled": "A class stored abroad is higher than the highest class handled.",
    "consistency.erasure-flags-unused": "Conditions of a cryptographic erase are given beside another method.",
    "consistency.exception-unused": "An exception was reviewed, but the requirement is met.",
    "consistency.renewal-not-ismap": "A renewal is pending for a certificate that does not stay valid by one.",
    "consistency.admin-facts-unused": "Login facts are given although it is stated that there are no admin screens.",
    "consistency.date-in-future": "Something already done is dated later than the as-of date.",
    "schema.type": "The kind of value (text, list, true or false and so on) is wrong.",
    "schema.enum": "The value is none of the words that may stand here.",
    "schema.country": "The value is not a two-letter country code of ISO 3166-1.",
    "schema.cipher": "The value is no cipher that can be written here (NAME-KEY-MODE).",
    "schema.date": "The value is not a valid date of the form YYYY-MM-DD.",
    "schema.corporate-number": "The value is no corporate number of 13 digits, or its check digit is wrong.",
    "schema.version": "This version of the format is not known.",
    "schema.minimum": "The number is too small.",
    "schema.empty": "A value is empty. Leave out what is not known, or write only its key.",
    "schema.duplicate": "The same value is repeated.",
    "schema.required": "A required key is missing.",
    "schema.unknown-key": "There is no such key here. Keys of your own begin with x-.",
    "schema.empty-profile": "The profile states nothing.",
    "yaml.alias": "What an alias (*) points to (&) is not defined before it.",
    "yaml.alias-cycle": "An alias (*) contains itself.",
    "yaml.anchor": "An anchor (&) or an alias (*) has no name, or cannot stand here.",
    "yaml.character": "A character that is not allowed here without quotes.",
    "yaml.colon": "A key has no “:” after it.",
    "yaml.colon-in-value": "A value without quotes contains “: ”.",
    "yaml.colon-space": "There is no space after “:”.",
    "yaml.conflict": "A git conflict is not resolved.",
    "yaml.directive": "A line with % does not stand directly before a line ---.",
    "yaml.duplicate-key": "A key appears twice. Where the values differ, neither counts as a fact.",
    "yaml.escape": "A backslash in double quotes means nothing.",
    "yaml.flow": "A bracket ([ or {) is not closed.",
    "yaml.full-width": "A separator of YAML is written full-width.",
    "yaml.indent": "The indentation does not line up.",
    "yaml.key": "A key is not one word.",
    "yaml.limit": "The text is larger, deeper or more repetitive than can be read.",
    "yaml.quote": "A quotation mark is not closed.",
    "yaml.syntax": "This cannot be read as YAML.",
    "yaml.tab": "The indentation has tabs.",
    "yaml.tag": "A type tag (!) is used here.",
    "yaml.unexpected": "Something stands behind the end of a value.",
    "yaml.white-space": "A character looks like a space, or like nothing, but YAML does not read it so.",
  },
  page: {
    reading: "How to read this",
    notes: (mark) => [
      `Requirements, risks and obligations are translated from the text with its errors corrected. Each requirement lists which words were corrected, and why; a mark such as ${mark} follows each of them that the translation repeats.`,
      "The original wording is quoted with each requirement, uncorrected.",
      "“What would meet it” and “Facts that decide it” are not the standard’s words: they describe how this tool reads the standard and judges by it.",
    ],
    mark: (number) => `〔${number}〕`,
    headingCorrections: "Corrections to the headings:",
    classes: "Classes",
    definition: "Definition",
    examples: "Examples",
    notAsked: "Nothing is required of this class.",
    overview: "The requirements at a glance",
    footnoted: (obligation) => `${obligation} in principle (see the footnote)`,
    row: name,
    ours: "(This name is not from the standard’s item column; it only tells the requirements apart.)",
    obligations: "Obligation by class",
    remedy: "What would meet it",
    facts: "Facts that decide it",
    original: "The original wording",
    corrections: "Corrections to the original",
    unclear: "not known",
    inherited: (row) => `(The standard states no risk for this requirement itself; the risk of ${name(row)} is shown.)`,
    alternatives: (rows, classes) => `For classes ${list(classes)}, one of ${list(rows, "or")} is required.`,
    alternativesHeading: "Alternative requirements",
    alternativesExplained: (first, others, classes) =>
      `Classes ${list(classes)}: where No. ${first} is not met, one of ${list(others, "or")} must be met.`,
    alone: "One of them must be met in full. Meeting several of them in part is not enough.",
    footnote: "Footnote",
    exception: (no, carrier, classes) =>
      `Class ${list(classes)}: where No. ${no} is not met, No. ${carrier} may be met instead if an overall review is recorded (assessment."${no}".exception).`,
  },
  verdicts: {
    conforming: "conforms",
    nonconforming: "does not conform",
    undetermined: "undetermined",
    "not-applicable": "not applicable",
    invalid: "invalid",
  },
  obligations: { required: "required", recommended: "recommended", optional: "optional", alternative: "conditional", none: "-" },
  summary: ({ classification, verdict, unmet, unknown, invalid, ...lists }) =>
    [
      `${classification === null ? "No class" : `Class ${classification}`}: ${findings.verdicts[verdict]}${invalid > 0 ? ` (${invalid} ${invalid === 1 ? "error" : "errors"})` : ""}`,
      ...(unmet > 0 ? [`${unmet} unmet`] : []),
      ...(unknown > 0 ? [`${unknown} not stated`] : []),
      ...(verdict === "invalid" ? [] : [findings.usability(lists)]),
    ].join(" · "),
  usability: ({ eligible, open, excluded }) =>
    Object.entries({ usable: eligible, "not yet known": open, "not usable": excluded })
      .flatMap(([what, names]) => (names.length > 0 ? [`${what}: ${list(names)}`] : []))
      .join(" / "),
  explanation,
};
