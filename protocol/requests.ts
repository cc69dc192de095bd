/**
 * What VS Code's side asks the server for, beside LSP: the models of its views, and files to be saved. Every text that is shown
 * is in the server's language already. Shared by both, so it holds types and names alone.
 *
 * The server sends `changed` to clients that set `views: true` in their initialization options.
 */

export type LanguageId = "ja" | "en";
export type Verdict = "conforming" | "nonconforming" | "undetermined" | "not-applicable" | "invalid";
export type Status = "met" | "unmet" | "unknown" | "not-applicable";
/** What a text tells at a glance. It never stands alone: the text says the same. */
export type Tone = "good" | "bad" | "open" | "muted" | "note";

/** One profile of a file. */
export interface ProfileRef {
  readonly uri: string;
  /** Which of the file's profiles, from 0. */
  readonly index: number;
}

/** As LSP has it: lines and characters from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Toned {
  readonly text: string;
  readonly tone: Tone | null;
}

/** A line of text, perhaps with an http(s) address or that of a file of the workspace behind it; nothing else is ever a link. */
export interface Line {
  readonly text: string;
  readonly href: string | null;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly tone: Tone | null;
}

/** The requests, by what is asked for. */
export const requests = {
  profiles: "vendorProfile/profiles",
  checklist: "vendorProfile/checklist",
  comparison: "vendorProfile/comparison",
  exported: "vendorProfile/export",
  classes: "vendorProfile/classes",
  newProfile: "vendorProfile/newProfile",
  importForm: "vendorProfile/import",
  form: "vendorProfile/questionnaire",
  evaluation: "vendorProfile/evaluation",
  requirement: "vendorProfile/requirement",
  standard: "vendorProfile/standard",
} as const;

/** Notification: what has been asked for may be another thing now, of profiles that are open or not. */
export const changed = "vendorProfile/changed";

// ---- the workspace's profiles

export interface ProfilesParams {
  /** The id of the answer that is shown. */
  readonly known: string | null;
  /** Without one, all. */
  readonly filter?: ProfileFilter;
}

/** What is shown alone. A list without an item stands for any. */
export interface ProfileFilter {
  readonly verdicts: readonly ProfileItem["verdict"][];
  /** Null is that of profiles that state none. */
  readonly classifications: readonly ProfileItem["classification"][];
}

export interface ProfilesAnswer {
  /** The same as long as the same is to be shown. */
  readonly id: string;
  /** Null where that is known. */
  readonly profiles: Profiles | null;
}

export interface Profiles {
  /** Those that the filter lets through. The gravest first; none is empty. */
  readonly groups: readonly ProfileGroup[];
  /** What is shown alone, and how many profiles that hides; null where all are shown. */
  readonly filtered: { readonly text: string; readonly shown: number } | null;
  /** All that may be filtered by, with how many profiles of the whole there are of each. */
  readonly choices: {
    readonly verdicts: readonly FilterChoice<ProfileItem["verdict"]>[];
    readonly classifications: readonly FilterChoice<ProfileItem["classification"]>[];
  };
  /** Of all profiles, filtered or not, as is what follows. */
  readonly total: number;
  /** How many are not as they have to be: not conforming, invalid, or not to be read. */
  readonly failing: number;
  /** Of `failing`, for the badge. */
  readonly failingText: string;
  /** All groups, in a line: for the status bar, and as its tooltip. */
  readonly summary: string;
  readonly tooltip: string;
}

export interface FilterChoice<Value> {
  readonly value: Value;
  readonly title: string;
  readonly count: number;
}

export interface ProfileGroup {
  /** `unread`: files that are there and could not be judged. */
  readonly verdict: Verdict | "unread";
  readonly title: string;
  readonly profiles: readonly ProfileItem[];
}

export interface ProfileItem extends ProfileRef {
  readonly verdict: Verdict | "unread";
  readonly classification: string | null;
  /** The service, else the vendor, else the file. */
  readonly label: string;
  /** Its class and vendor; of a file that could not be judged, why not. */
  readonly description: string;
  /** Its file's path, for people. */
  readonly path: string;
  /** Several lines of plain text. */
  readonly tooltip: string;
  /** Where it begins. */
  readonly position: Position;
}

// ---- the checklist

export interface ChecklistParams extends ProfileRef {
  /** The class to judge as instead of the one that the profile states. */
  readonly classification: string | null;
}

/** Null where there is no such file; an `index` beyond the last profile is answered by the last. */
export type ChecklistAnswer = Checklist | null;

/** The report's table, to be looked at and clicked. */
export interface Checklist extends ProfileRef {
  readonly language: LanguageId;
  /** The document's version; null where it is not open. */
  readonly version: number | null;
  /** The view's title. */
  readonly title: string;
  /** The service's name, or what stands for it. */
  readonly name: string;
  /** The file's profiles, to choose from. */
  readonly profiles: readonly { readonly index: number; readonly name: string; readonly range: Range }[];
  readonly verdict: Verdict;
  /** The verdict with its counts. */
  readonly summary: Toned;
  readonly facts: readonly Fact[];
  /** The classes that may be tried. */
  readonly classes: readonly ClassChoice[];
  /** The class that it is judged as although the profile does not state it. */
  readonly assumed: string | null;
  /** What is to be known before the table is read. */
  readonly notes: readonly Toned[];
  readonly filters: readonly FilterOfRows[];
  readonly rows: readonly ChecklistRow[];
  readonly plan: ChecklistPlan;
  readonly words: ChecklistMessages;
}

/** `unmet` and `unknown`: what stands in the way for the class; `required`: what the class asks for. */
export type ChecklistFilter = "unmet" | "unknown" | "required";

export interface FilterOfRows {
  readonly id: ChecklistFilter;
  readonly title: string;
  /** Which rows it leaves, in a sentence. */
  readonly explanation: string;
  /** How many rows it leaves, and the same in words. */
  readonly count: number;
  readonly counted: string;
}

export interface ClassChoice {
  readonly value: string;
  readonly title: string;
  readonly isStated: boolean;
}

export interface ChecklistRow {
  readonly no: string;
  readonly label: string;
  readonly category: string;
  /** The standard's words, a paragraph each. */
  readonly requirement: readonly string[];
  readonly risk: string;
  /** What the class asks: required, one of several, recommended, nothing. */
  readonly obligation: string;
  readonly status: Status;
  /** A sign or a word, and what it means, for those who do not see it. */
  readonly sign: string;
  readonly statusText: string;
  readonly tone: Tone;
  /** Why it is so, what makes up for it, what is to be watched. */
  readonly why: readonly string[];
  /** What would be enough, where it is open. */
  readonly remedy: readonly string[];
  readonly evidence: readonly Line[];
  /** What a person found. */
  readonly check: readonly string[];
  readonly filters: readonly ChecklistFilter[];
  /** Where its facts stand in the text. */
  readonly places: readonly Range[];
  /** Where to go for it: of an open row to what leaves it open, else to its first fact, or where that would stand. */
  readonly target: Range;
}

/** What would be enough to conform, for the class that it is judged as. */
export interface ChecklistPlan {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The steps that are needed in any case, then those to choose from. */
  readonly groups: readonly { readonly title: string; readonly options: readonly (readonly PlanStep[])[] }[];
  /** The sets, the easiest first; a few. */
  readonly sets: { readonly title: string; readonly items: readonly string[] } | null;
}

export interface PlanStep {
  /** The row that it is about. */
  readonly no: string;
  readonly name: string;
  readonly status: Toned;
  readonly reasons: readonly string[];
  readonly enough: string;
  readonly facts: readonly string[];
  readonly otherwise: string | null;
}

/** What the view says beside its contents. */
export type ChecklistMessages = Readonly<
  Record<
    | "table"
    | "no"
    | "requirement"
    | "obligation"
    | "status"
    | "why"
    | "evidence"
    | "check"
    | "risk"
    | "remedy"
    | "filter"
    | "nothingFiltered"
    | "assume"
    | "assumeStated"
    | "profile"
    | "export"
    | "copy"
    | "print"
    | "details"
    | "goToFacts"
    | "atCursor",
    string
  >
>;

// ---- the comparison

export interface ComparisonParams {
  readonly profiles: readonly ProfileRef[];
}

/** Null where none of the profiles is there any more. */
export type ComparisonAnswer = ComparisonView | null;

/** Services side by side. */
export interface ComparisonView {
  readonly language: LanguageId;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly services: readonly ComparedService[];
  /** A line for each class, then for each requirement. */
  readonly sections: readonly ComparedSection[];
  /** What each lacks for each class that it may not be used for. */
  readonly lacking: readonly { readonly name: string; readonly classes: readonly LackingClass[] }[];
  readonly legend: readonly string[];
  readonly words: Readonly<
    Record<
      | "table"
      | "item"
      | "differences"
      | "nothingDiffers"
      | "differs"
      | "lacking"
      | "export"
      | "copy"
      | "print"
      | "open"
      | "remove",
      string
    >
  >;
}

export interface ComparedService extends ProfileRef {
  readonly name: string;
  readonly vendor: string;
  readonly verdict: Toned;
  /** Where it begins. */
  readonly position: Position;
}

export interface LackingClass {
  /** What the class says of it. */
  readonly verdict: Toned;
  readonly lines: readonly Toned[];
}

export interface ComparedSection {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  readonly label: string;
  /** The standard's words, where there are any. */
  readonly detail: string | null;
  readonly differs: boolean;
  /** One for each service. `spoken` says in words what a sign means. */
  readonly cells: readonly (Toned & { readonly spoken: string })[];
}

// ---- files to be saved

export type ReportFormat = "xlsx" | "html" | "md" | "csv" | "json";

export interface ExportParams {
  readonly what: "report" | "plan" | "comparison";
  readonly profiles: readonly ProfileRef[];
  readonly format: ReportFormat;
  /** The class to judge as; null for the one that each profile states. Comparisons show every class. */
  readonly classification: string | null;
}

/** A file to be saved, or null where none of the profiles is there. */
export type FileAnswer = DeskFile | null;

export interface DeskFile {
  /** A name to suggest, without a folder. */
  readonly name: string;
  /** Its bytes, in base64. */
  readonly content: string;
}

// ---- first steps

export interface ClassesAnswer {
  readonly classes: readonly {
    readonly value: string;
    readonly title: string;
    readonly definition: string;
    readonly examples: string;
  }[];
}

export interface NewProfileParams {
  readonly classification: string;
  readonly vendor: string;
  readonly service: string;
}

/** The text of a profile, and a name to suggest for its file. */
export interface ProfileText {
  readonly name: string;
  readonly text: string;
  /** Where the first fact is to be stated; null where nothing is left to state. */
  readonly position: Position | null;
}

export interface ImportParams {
  /** The questionnaire's name, and its bytes in base64. */
  readonly name: string;
  readonly content: string;
}

export type ImportAnswer =
  | (ProfileText & {
      /** How it is judged. */
      readonly summary: string;
      /** Answers that could not be read. */
      readonly problems: readonly ImportProblem[];
      /** What else of the file was not read; null where there is nothing. */
      readonly note: string | null;
    })
  /** Why it is no questionnaire, or cannot be read. */
  | { readonly refusal: string };

/** An answer that could not be read: its cell, what is the matter, and the line of the text where it stands in a comment. */
export interface ImportProblem {
  readonly place: string;
  readonly message: string;
  readonly line: number;
}

/** A questionnaire: an empty one for a class, or one with what a profile says. */
export interface FormParams {
  readonly profile: ProfileRef | null;
  readonly classification: string | null;
}

export type FormAnswer =
  | (DeskFile & {
      /** What the questionnaire has no place for, as it is kept apart; null where there is nothing. */
      readonly apart: string | null;
    })
  | { readonly refusal: string };

// ---- for assistants, and only read

export interface EvaluationParams {
  /** A profile of the workspace. */
  readonly uri: string;
  readonly classification: string | null;
}

export interface RequirementParams {
  /** A row's number, a finding's code, a fact's path or title. */
  readonly word: string;
}

/** The JSON that the command line prints for the same question; null where there is no such thing. */
export type JsonAnswer = { readonly json: string } | null;

/** Where the standard can be read: a document that the server provides. */
export interface StandardAnswer {
  readonly uri: string;
}
