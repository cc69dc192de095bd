/**
 * Requests from our VS Code extension to the server beyond LSP: the models of its views, and files to save. Every text to display is
 * already in the server's language. Both sides share this file, so it holds only types and names.
 *
 * The server sends `changed` to clients that set `views: true` in their initialization options.
 */

export type LanguageId = "ja" | "en";
export type Verdict = "conforming" | "nonconforming" | "undetermined" | "not-applicable" | "invalid";
export type Status = "met" | "unmet" | "unknown" | "not-applicable";
/** How a text is colored. The color adds nothing: the text says the same. */
export type Tone = "good" | "bad" | "open" | "muted" | "note";

/** One profile of a file. */
export interface ProfileRef {
  readonly uri: string;
  /** The index of the profile in its file, from 0. */
  readonly index: number;
}

/** As in LSP: lines and characters (UTF-16 code units) from 0. */
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

/** A line of text, and where it links to: an http(s) URL or a file of the workspace, never anything else. */
export interface Line {
  readonly text: string;
  readonly href: string | null;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly tone: Tone | null;
}

/** The names of the requests. */
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

/** Request: whether a configuration names a file as a profile. Params: `{ uri }`. */
export const isProfileRequest = "vendorProfile/isProfile";

/** The server's command that moves the cursor to the next unstated fact. Arguments: the document's URI, a position. */
export const goToNextUnstated = "vendorProfile.goToNextUnstated";

/** Notification to clients that set `files: true` in their initialization options: other files may be profiles now. */
export const filesChanged = "vendorProfile/filesChanged";

/** Notification to clients that set `verdict: true` in their initialization options: the verdict on an open document. */
export const verdictChanged = "vendorProfile/verdict";

/** The verdict on one version of a document. */
export interface VerdictParams {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The service's name; if the file has several profiles, a line for each. */
  readonly detail: string;
  readonly severity: "ok" | "warning" | "error";
}

/** Notification: the answer to any of these requests may have changed. */
export const changed = "vendorProfile/changed";

// ---- the workspace's profiles

export interface ProfilesParams {
  /** The id of the answer that the client shows; null if it shows none. */
  readonly known: string | null;
  /** Left out: all profiles. */
  readonly filter?: ProfileFilter;
}

/** Which profiles to show. An empty list lets everything through. */
export interface ProfileFilter {
  readonly verdicts: readonly ProfileItem["verdict"][];
  /** Null stands for profiles that state no class. */
  readonly classifications: readonly ProfileItem["classification"][];
}

export interface ProfilesAnswer {
  /** A fingerprint of the answer. */
  readonly id: string;
  /** Null if the client already shows this answer. */
  readonly profiles: Profiles | null;
}

export interface Profiles {
  /** The profiles that the filter lets through, failing groups first. No group is empty. */
  readonly groups: readonly ProfileGroup[];
  /** What the filter is, how many profiles it hides, and how many are shown; null without a filter. */
  readonly filtered: { readonly text: string; readonly shown: number } | null;
  /** Everything to filter by, with the number of profiles before filtering. */
  readonly choices: {
    readonly verdicts: readonly FilterChoice<ProfileItem["verdict"]>[];
    readonly classifications: readonly FilterChoice<ProfileItem["classification"]>[];
  };
  /** The number of all profiles. This and what follows ignore the filter. */
  readonly total: number;
  /** How many do not conform, are invalid, or cannot be read. */
  readonly failing: number;
  /** Says `failing`, for the badge. */
  readonly failingText: string;
  /** The sizes of all groups, for the status bar: on one line, and one line each. */
  readonly summary: string;
  readonly tooltip: string;
}

export interface FilterChoice<Value> {
  readonly value: Value;
  readonly title: string;
  readonly count: number;
}

export interface ProfileGroup {
  /** `unread`: files that exist and could not be read. */
  readonly verdict: Verdict | "unread";
  readonly title: string;
  readonly profiles: readonly ProfileItem[];
}

export interface ProfileItem extends ProfileRef {
  readonly verdict: Verdict | "unread";
  readonly classification: string | null;
  /** The name of the service, else of the vendor, else of the file. */
  readonly label: string;
  /** Its class and vendor; for a file that could not be read, why not. */
  readonly description: string;
  /** Its file's path, to display. */
  readonly path: string;
  /** Several lines of plain text. */
  readonly tooltip: string;
  /** Where the profile begins. */
  readonly position: Position;
}

// ---- the checklist

export interface ChecklistParams extends ProfileRef {
  /** The class to evaluate as instead of the stated one; null for the stated one. */
  readonly classification: string | null;
}

/** Null if there is no such file. An `index` beyond the last profile gets the last one. */
export type ChecklistAnswer = Checklist | null;

/** The report as an interactive table. */
export interface Checklist extends ProfileRef {
  readonly language: LanguageId;
  /** The document's version; null if it is not open. */
  readonly version: number | null;
  /** The view's title. */
  readonly title: string;
  /** The name of the service, else of the vendor, else of the file. */
  readonly name: string;
  /** All profiles of the file, to choose from. */
  readonly profiles: readonly { readonly index: number; readonly name: string; readonly range: Range }[];
  readonly verdict: Verdict;
  /** The verdict with its counts. */
  readonly summary: Toned;
  readonly facts: readonly Fact[];
  /** The classes that it can be evaluated as. */
  readonly classes: readonly ClassChoice[];
  /** The class that it is evaluated as, if the profile does not state it; else null. */
  readonly assumed: string | null;
  /** Notes to read before the table. */
  readonly notes: readonly Toned[];
  readonly filters: readonly FilterOfRows[];
  readonly rows: readonly ChecklistRow[];
  readonly plan: ChecklistPlan;
  readonly messages: ChecklistMessages;
}

/** `unmet` and `unknown`: rows that block the class; `required`: rows that the class requires. */
export type ChecklistFilter = "unmet" | "unknown" | "required";

export interface FilterOfRows {
  readonly id: ChecklistFilter;
  readonly title: string;
  /** A sentence that says which rows it leaves. */
  readonly explanation: string;
  /** How many rows it leaves, as a number and in words. */
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
  /** The standard's text, by paragraph. */
  readonly requirement: readonly string[];
  readonly risk: string;
  /** What the class demands: required, one of several, recommended, or empty. */
  readonly obligation: string;
  readonly status: Status;
  /** A sign or a word, and its meaning for screen readers. */
  readonly sign: string;
  readonly statusText: string;
  readonly tone: Tone;
  /** The reasons for the status, what compensates for it, and warnings. */
  readonly why: readonly string[];
  /** For an open row, what would be enough. */
  readonly remedy: readonly string[];
  readonly evidence: readonly Line[];
  /** The result of a person's check. */
  readonly check: readonly string[];
  readonly filters: readonly ChecklistFilter[];
  /** The ranges of its facts. */
  readonly places: readonly Range[];
  /** Where the row leads: for an open row what leaves it open, else its first fact, or where that fact belongs. */
  readonly target: Range;
}

/** What would be enough to conform to the class that the profile is evaluated as. */
export interface ChecklistPlan {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The steps that are always necessary, then the alternatives. */
  readonly groups: readonly { readonly title: string; readonly options: readonly (readonly PlanStep[])[] }[];
  /** The first few sets of steps, easiest first; null if the groups say it all. */
  readonly sets: { readonly title: string; readonly items: readonly string[] } | null;
}

export interface PlanStep {
  /** The number of its row. */
  readonly no: string;
  readonly name: string;
  readonly status: Toned;
  readonly reasons: readonly string[];
  readonly enough: string;
  readonly facts: readonly string[];
  readonly otherwise: string | null;
}

/** The labels of the view. */
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

/** Null if none of the profiles exists any more. */
export type ComparisonAnswer = ComparisonView | null;

/** Services side by side. */
export interface ComparisonView {
  readonly language: LanguageId;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly services: readonly ComparedService[];
  /** A row for each class, then for each requirement. */
  readonly sections: readonly ComparedSection[];
  /** What each service lacks for the classes that it may not be used for. */
  readonly lacking: readonly { readonly name: string; readonly classes: readonly LackingClass[] }[];
  readonly legend: readonly string[];
  readonly messages: Readonly<
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
  /** Where the profile begins. */
  readonly position: Position;
}

export interface LackingClass {
  /** The verdict for the class. */
  readonly verdict: Toned;
  readonly lines: readonly Toned[];
}

export interface ComparedSection {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  readonly label: string;
  /** The standard's text, if there is one. */
  readonly detail: string | null;
  readonly differs: boolean;
  /** One for each service. `spoken` is the sign in words, for screen readers. */
  readonly cells: readonly (Toned & { readonly spoken: string })[];
}

// ---- files to save

/** The formats of reports, plans and comparisons; each is also the file name extension. */
export const REPORT_FORMATS = ["xlsx", "html", "md", "csv", "json"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ExportParams {
  readonly what: "report" | "plan" | "comparison";
  readonly profiles: readonly ProfileRef[];
  readonly format: ReportFormat;
  /** The class to evaluate as; null for the one that each profile states. Ignored for comparisons, which show every class. */
  readonly classification: string | null;
}

/** A file to save; null if none of the profiles exists. */
export type FileAnswer = FileToSave | null;

export interface FileToSave {
  /** The name to suggest, without a folder. */
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

/** The text of a profile, and the name to suggest for its file. */
export interface ProfileText {
  readonly name: string;
  readonly text: string;
  /** Where to state the first fact that is not stated yet; null if all are. */
  readonly position: Position | null;
}

export interface ImportParams {
  /** The questionnaire's name, and its bytes in base64. */
  readonly name: string;
  readonly content: string;
}

export type ImportAnswer =
  | (ProfileText & {
      /** Its verdict. */
      readonly summary: string;
      /** Answers that could not be read. */
      readonly problems: readonly ImportProblem[];
      /** What else in the file was ignored; null if nothing was. */
      readonly note: string | null;
    })
  /** Why the file is not a questionnaire, or cannot be read. */
  | { readonly refusal: string };

/** An answer that could not be read: its cell, the problem, and the line of the text whose comment keeps it. */
export interface ImportProblem {
  readonly place: string;
  readonly message: string;
  readonly line: number;
}

/** Asks for a questionnaire: an empty one for a class, or one filled in from a profile. */
export interface FormParams {
  readonly profile: ProfileRef | null;
  readonly classification: string | null;
}

export type FormAnswer =
  | (FileToSave & {
      /** Says what the questionnaire has no place for and is kept apart; null if there is nothing. */
      readonly apart: string | null;
    })
  | { readonly refusal: string };

// ---- for assistants, read-only

export interface EvaluationParams {
  /** A profile of the workspace. */
  readonly uri: string;
  readonly classification: string | null;
}

export interface RequirementParams {
  /** A row's number, a finding's code, a fact's path or title. */
  readonly word: string;
}

/** The JSON that the command line prints for the same question; null if there is no answer. */
export type JsonAnswer = { readonly json: string } | null;

/** The URI of the standard's text, a document that the server provides. */
export interface StandardAnswer {
  readonly uri: string;
}
