import type { Row } from "../../core/standard/standard.ts";
import type { Bilingual } from "../../core/standard/text.ts";
import type { AnswerKind } from "../answer-kind.ts";
import type { CellProblem } from "../cell-problem.ts";
import type { ImportError } from "../import-error.ts";

/**
 * The facts that are asked in words of their own, by their dotted path; `*` stands for any one step. A fact that is not among
 * them is asked by its title and description.
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

/** A question, and what helps to answer it. */
export type AskedMessages = readonly [question: string, explanation?: string];

/** What the questionnaire and its import say beside titles and values. */
export interface QuestionnaireMessages {
  /** The workbook's title. */
  readonly title: string;
  /** Of which city's standard, and whose answers stand in it already. */
  readonly subtitle: (standard: Bilingual, city: Bilingual) => string;
  readonly forClass: (title: string) => string;
  readonly sheets: Readonly<Record<"guide" | "questions" | "checks" | "evidence" | "other", string>>;
  /** What it is for and how to fill it in: headings, each with its lines. */
  readonly guide: readonly (readonly [heading: string, ...lines: string[]])[];
  readonly heads: Readonly<
    Record<"row" | "need" | "question" | "answer" | "explanation" | "remark" | "place" | "content", string>
  >;
  readonly needs: Readonly<Record<"required" | "applicable" | "optional", string>>;
  readonly yes: string;
  readonly no: string;
  /** That a list has nothing in it: a statement, other than a blank. */
  readonly none: string;
  /** Above a table that may be stated to have no rows. */
  readonly noneOf: (title: string) => string;
  /** How to answer. */
  readonly how: (kind: AnswerKind, isList: boolean, none: boolean) => string;
  /** Above a table: a line for each. */
  readonly eachRow: (title: string) => string;
  /** The requirements that a table or a question serves. */
  readonly serves: (rows: readonly string[]) => string;
  readonly row: (row: Row) => string;
  /** The numbers of some. */
  readonly rows: (numbers: readonly string[]) => string;
  /** Above the sheets that the city fills in. */
  readonly forCity: string;
  /** Above what has no place elsewhere. */
  readonly otherNote: string;
  /** When something else than a choice is written where nothing else can be read. */
  readonly notAChoice: readonly [title: string, text: string];
  readonly asked: Readonly<Record<Asked, AskedMessages>>;
  /** A value with what it means. */
  readonly meaning: (title: string, meaning: string) => string;
  /** A part of a part: 「データの所在・国外保存」. */
  readonly within: (titles: readonly string[]) => string;

  /** The place of a cell: 「保存先」!C5. */
  readonly place: (sheet: string, address: string) => string;
  readonly problem: (problem: CellProblem) => string;
  /** Before a vendor's own remark. */
  readonly remark: (text: string) => string;
  /** Before a note that is pinned to a cell. */
  readonly note: (place: string, text: string) => string;
  /** Drawings and pictures are not read. */
  readonly pictures: string;
  /** The first line of what was made of a questionnaire. */
  readonly madeFrom: (file: string) => string;
  /** Above what could not be placed. */
  readonly leftOver: string;
  readonly importError: (importError: ImportError) => string;
}
