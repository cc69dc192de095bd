import type { Row } from "../../core/standard/standard.ts";
import type { Bilingual } from "../../core/standard/text.ts";
import type { AnswerKind } from "../answer-kind.ts";
import type { CellProblem } from "../cell-problem.ts";
import type { ImportError } from "../import-error.ts";

/**
 * The facts with their own wording of the question, by dotted path. `*` matches any one step. The title and description of the
 * field ask for all other facts.
 */
export type Asked =
  | "prepared.by"
  | "prepared.date"
  | "vendor.name"
  | "vendor.corporateNumber"
  | "vendor.country"
  | "service.name"
  | "service.url"
  | "service.description"
  | "infrastructure.name"
  | "infrastructure.service"
  | "infrastructure.regions"
  | "information.classification"
  | "information.personal"
  | "information.items"
  | "contract.governingLaw"
  | "contract.domesticCourt"
  | "encryption.inTransit.path"
  | "encryption.inTransit.protocols"
  | "encryption.inTransit.name"
  | "encryption.atRest.store"
  | "encryption.atRest.role"
  | "encryption.atRest.cipher"
  | "encryption.atRest.mechanism"
  | "authentication.*.adminLogin"
  | "authentication.*.factors"
  | "authentication.*.twoStep"
  | "authentication.*.lockout"
  | "authentication.*.lockoutAttempts"
  | "dataLocation.primary"
  | "dataLocation.backups"
  | "dataLocation.overseas.consent.obtainedAtUse"
  | "dataLocation.overseas.consent.informs"
  | "dataLocation.overseas.classifications"
  | "dataLocation.overseas.encryptionKey.origin"
  | "dataLocation.overseas.encryptionKey.dedicated"
  | "dataLocation.overseas.encryptionKey.custody"
  | "certifications.scheme"
  | "certifications.holder"
  | "certifications.number"
  | "certifications.name"
  | "certifications.edition"
  | "certifications.scope"
  | "certifications.expires"
  | "certifications.renewalPending"
  | "erasure.*.method"
  | "erasure.*.guideline"
  | "erasure.*.performedBy"
  | "erasure.*.encryptedSinceFirstWrite"
  | "erasure.*.allKeyCopiesDestroyed"
  | "erasure.standardDeletionAtTermination";

/** A question, and an explanation that helps to answer it. */
export type AskedMessages = readonly [question: string, explanation?: string];

/** The texts of the questionnaire and of its import, except the format's titles and values. */
export interface QuestionnaireMessages {
  /** The workbook's title. */
  readonly title: string;
  /** Names the city and its standard. */
  readonly subtitle: (standard: Bilingual, city: Bilingual) => string;
  readonly forClass: (title: string) => string;
  readonly sheets: Readonly<Record<"guide" | "questions" | "checks" | "evidence" | "other", string>>;
  /** The first sheet: headings, each with its lines. */
  readonly guide: readonly (readonly [heading: string, ...lines: string[]])[];
  readonly heads: Readonly<
    Record<"row" | "need" | "question" | "answer" | "explanation" | "remark" | "place" | "content", string>
  >;
  readonly needs: Readonly<Record<"required" | "applicable" | "optional", string>>;
  readonly yes: string;
  readonly no: string;
  /** The answer that a list is empty, which a blank cell does not state. */
  readonly none: string;
  /** Beside the cell that can state that a table has no items. */
  readonly noneOf: (title: string) => string;
  /** How to answer. */
  readonly how: (kind: AnswerKind, isList: boolean, canBeNone: boolean) => string;
  /** Above a table: asks for one item in each row. */
  readonly eachRow: (title: string) => string;
  /** The requirements that need a table. */
  readonly serves: (rows: readonly string[]) => string;
  readonly row: (row: Row) => string;
  /** The numbers of several rows of the standard. */
  readonly rows: (numbers: readonly string[]) => string;
  /** Above the sheets that the city fills in. */
  readonly forCity: string;
  /** Above the values that have no cell of their own. */
  readonly otherNote: string;
  /** Excel shows this when a user types something other than a choice into a closed list. */
  readonly notAChoice: readonly [title: string, text: string];
  readonly asked: Readonly<Record<Asked, AskedMessages>>;
  /** A title with its meaning. */
  readonly meaning: (title: string, meaning: string) => string;
  /** Nested titles, such as 「データの所在・国外保存」. */
  readonly within: (titles: readonly string[]) => string;

  /** The place of a cell, such as 「保存先」!C5. */
  readonly place: (sheet: string, address: string) => string;
  readonly problem: (problem: CellProblem) => string;
  /** Introduces a vendor's remark. */
  readonly remark: (text: string) => string;
  /** Introduces a note on a cell. */
  readonly note: (place: string, text: string) => string;
  readonly pictures: string;
  /** The first line of an imported profile. */
  readonly madeFrom: (file: string) => string;
  /** Above the comments that belong to no fact. */
  readonly leftOver: string;
  readonly importError: (importError: ImportError) => string;
}
