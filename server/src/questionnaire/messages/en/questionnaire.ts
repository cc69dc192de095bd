import type { AnswerKind } from "../../answer-kind.ts";
import type { Expected } from "../../cell-problem.ts";
import type { QuestionnaireMessages } from "../questionnaire-messages.ts";

const EXPECTED: Readonly<Record<AnswerKind, string>> = {
  text: "a name or the like (leave the cell blank if there is none or it is not known)",
  choice: "one of the answers in the list",
  "long-choice": "one of the answers in the list",
  "open-choice": "one of the answers in the list, or NAME-KEY-MODE (such as AES-256-GCM)",
  boolean: "“Yes” or “No”",
  date: "a date (such as 2026-10-01)",
  integer: "a number",
  "corporate-number": "a 13-digit corporate number with a correct check digit (the first digit)",
};

const FORMATS = {
  xls: "it is an Excel file in the old format (.xls). Open it in Excel and save it as “Excel Workbook (.xlsx)”",
  xlsb: "it is a binary Excel file (.xlsb). Save it as “Excel Workbook (.xlsx)”",
  ods: "it is an OpenDocument spreadsheet (.ods). Save it as “Excel Workbook (.xlsx)”",
  docx: "it is a Word document. Choose the questionnaire's Excel file (.xlsx)",
  pptx: "it is a PowerPoint document. Choose the questionnaire's Excel file (.xlsx)",
  pdf: "it is a PDF. Choose the questionnaire's Excel file (.xlsx)",
  zip: "it is a ZIP file. Extract the questionnaire (.xlsx) and choose that",
};

/** What became of the marks, and what to do. */
const STRIPPED =
  "the hidden row and column that the import needs (row 1 and column A) were removed, for example by Excel's Document Inspector. Ask for the original file, or have a new questionnaire filled in";

const few = (texts: readonly string[]) => (texts.length <= 8 ? texts.join(", ") : `${texts.slice(0, 6).join(", ")} and others`);

/** The choices; of a long list, only an example. */
const choicesOf = ({ expected, choices }: Expected) => {
  if (choices.length === 0) return "";
  return expected === "long-choice" ? ` (such as ${choices[0]})` : `: ${few(choices)}`;
};

/** The texts and messages of the questionnaire in English. */
export const questionnaire: QuestionnaireMessages = {
  title: "Cloud Service Questionnaire",
  subtitle: (standard, city) => `For checking against: ${city.en}, ${standard.en}`,
  forClass: (title) => `For information of: ${title}. The column “Needed” is about this class`,
  sheets: {
    guide: "Read me first",
    questions: "Questions",
    checks: "City - checks",
    evidence: "City - evidence",
    other: "Other",
  },
  guide: [
    [
      "About this questionnaire",
      "It asks the vendor for the facts of a cloud service, so that the city can check whether the service meets its standard.",
      "You need not say whether the standard is met. State the facts, and the city judges by them.",
    ],
    [
      "How to fill it in",
      "Answer in the coloured cells. Where there is a list, select the cell and choose from the ▼ that appears beside it.",
      "Besides “Questions”, fill in the tables on the other sheets (infrastructure, communication paths, stores, certifications): one row for each item.",
      "If there are too few rows, insert more between them.",
      "Leave a cell blank if you do not know or cannot answer. A blank means “not stated” and never counts as met.",
      "To state that there are none, choose “There are none” from the list. A blank does not say so.",
      "Write anything you want to add to an answer in “Remarks”. People read it; it does not affect the judgement.",
      "Write dates as 2026-10-01. Do not use formulas, and do not strike answers through.",
    ],
    [
      "The city's part",
      "The city fills in the sheets that begin with “City”. Leave the sheet “Other” as it is.",
      "This file has no macros. The hidden rows and columns identify the answers: do not remove them. Do not copy sheets.",
    ],
  ],
  heads: {
    row: "No.",
    need: "Needed",
    question: "Question",
    answer: "Answer",
    explanation: "Explanation",
    remark: "Remarks",
    place: "Place",
    content: "Content",
  },
  needs: { required: "needed", applicable: "if it applies", optional: "optional" },
  yes: "Yes",
  no: "No",
  none: "There are none",
  noneOf: (title) => `${title}: only if there are none, choose “There are none” here`,
  how: (kind, isList, canBeNone) => {
    const one = {
      text: isList ? "One in each cell." : "",
      choice: isList ? "Choose from the list, one in each cell." : "Choose from the list.",
      "long-choice": `Choose from the list, or write a name that is in it${isList ? ", one in each cell" : ""}.`,
      "open-choice": "Choose from the list, or write it in the same form.",
      boolean: "",
      date: "Such as 2026-10-01",
      integer: "Write a number.",
      "corporate-number": "",
    }[kind];
    return [one, ...(canBeNone ? ["If there are none, choose “There are none”."] : [])].filter((part) => part !== "").join(" ");
  },
  eachRow: (title) => `${title}: write all of them, one in each row.`,
  serves: (rows) => (rows.length === 0 ? "" : `For requirement ${rows.join(", ")}.`),
  rows: (numbers) => numbers.join(", "),
  row: ({ no, label }) => `${no} ${label.en}`,
  forCity: "The city fills in this sheet. It is not for the vendor.",
  otherNote:
    "Facts that have no cell elsewhere in the questionnaire. Importing the file puts them back where they were: do not change them.",
  notAChoice: [
    "Not in the list",
    "Please choose from the list. If nothing fits, leave the cell blank and write under “Remarks”.",
  ],
  asked: {
    "prepared.by": ["The company and division that filled this in", "For example: Example Inc., Information Security Office"],
    "prepared.date": ["The day on which it was filled in"],
    "vendor.name": [
      "The name of the vendor that provides the service",
      "The full name of the company that will be the party to the contract",
    ],
    "vendor.corporateNumber": [
      "The vendor's Japanese corporate number",
      "13 digits. Leave it blank if the vendor has none, such as a foreign company",
    ],
    "vendor.country": ["The country of the vendor's head office"],
    "service.name": ["The name of the service"],
    "service.url": ["The address of a page about the service"],
    "service.description": ["What the service does", "In one sentence"],
    "infrastructure.name": ["Name of the infrastructure provider", "The IaaS or PaaS provider on which the service runs"],
    "infrastructure.service": ["Name of the infrastructure service"],
    "infrastructure.regions": ["Regions in use", "For example: Tokyo, Osaka"],
    "information.classification": [
      "The class of the information handled",
      "The highest class handled. Ask the city which one it is",
    ],
    "information.personal": ["Is personal information handled?"],
    "information.items": ["The items of information handled", "For example: name, address"],
    "contract.governingLaw": [
      "Which country's law governs the contract?",
      "The country in the governing law clause of the terms of use or a similar document",
    ],
    "contract.domesticCourt": ["Can a court in Japan be designated for disputes?"],
    "encryption.inTransit.path": ["From where to where?", "For example: user's device → SaaS"],
    "encryption.inTransit.protocols": ["Protocols that are enabled", "All that are enabled on this path, old versions included"],
    "encryption.inTransit.name": ["Name of the “other” protocol"],
    "encryption.atRest.store": ["Name of the store", "Backups are stores too. For example: main database"],
    "encryption.atRest.role": ["Role"],
    "encryption.atRest.cipher": ["Cipher", "The cipher's own name, not a product's. Key length and mode as far as you know them"],
    "encryption.atRest.mechanism": ["Where is it encrypted?"],
    "authentication.*.adminLogin": ["Are there admin screens?", "Choose only if there are none. Leave it blank if there are"],
    "authentication.*.factors": [
      "The kinds of factor used together to log in to the admin screens",
      "The factors used in one login. If users can choose, answer for the weakest option",
    ],
    "authentication.*.twoStep": ["Does another step follow ID and password?"],
    "authentication.*.lockout": ["Do repeated login failures lock the account, or similar?"],
    "authentication.*.lockoutAttempts": ["After how many failures?"],
    "dataLocation.primary": ["Countries where data is stored", "All of them, apart from backups"],
    "dataLocation.backups": ["Countries where backups are stored", "If no backups are taken, choose “There are none”"],
    "dataLocation.overseas.consent.obtainedAtUse": [
      "Does the service obtain people's consent to storage abroad when it is used?",
    ],
    "dataLocation.overseas.consent.informs": ["What are people told when they consent?"],
    "dataLocation.overseas.classifications": ["The classes of the information stored abroad"],
    "dataLocation.overseas.encryptionKey.origin": ["Who generates the encryption key?"],
    "dataLocation.overseas.encryptionKey.dedicated": ["Is the encryption key used for the city alone?"],
    "dataLocation.overseas.encryptionKey.custody": [
      "Where is the encryption key kept?",
      "Answer for every usable copy. If others hold any copy abroad, choose “abroad”",
    ],
    "certifications.scheme": ["Scheme"],
    "certifications.holder": [
      "Holder",
      "Who is certified. For a certificate of the underlying infrastructure, choose “IaaS or PaaS provider”",
    ],
    "certifications.number": ["Certificate number"],
    "certifications.name": ["Name of the “other” certificate"],
    "certifications.edition": ["Edition of the certification standard"],
    "certifications.scope": ["Scope"],
    "certifications.expires": ["Valid until"],
    "certifications.renewalPending": ["Is a renewal pending?"],
    "erasure.*.method": ["How is data erased?", "If the stores differ, answer for the weakest method"],
    "erasure.*.guideline": ["The guideline that the erasure follows"],
    "erasure.*.performedBy": ["Who erases it?"],
    "erasure.*.encryptedSinceFirstWrite": ["Is data encrypted before it is first written?", "Answer for cryptographic erase"],
    "erasure.*.allKeyCopiesDestroyed": ["Is every copy of the key destroyed?", "Answer for cryptographic erase"],
    "erasure.standardDeletionAtTermination": ["Do the service's standard functions erase the data when the contract ends?"],
  },
  meaning: (title, meaning) => `${title}: ${meaning}`,
  within: (titles) => titles.join(" – "),

  place: (sheet, address) => (address === "" ? `“${sheet}”` : `“${sheet}”!${address}`),
  problem: (problem) => {
    const { found } = problem;
    switch (problem.kind) {
      case "unread": {
        const { fact, expected, minimum, canBeNone } = problem;
        const least = minimum === undefined ? "" : ` of at least ${minimum}`;
        const none = canBeNone ? ". If there are none, answer “There are none”" : "";
        return `“${found}” cannot be read as an answer to “${fact.en}”. Answer with ${EXPECTED[expected]}${least}${choicesOf(problem)}${none}`;
      }
      case "struck":
        return problem.standing === ""
          ? `“${found}” is struck through and was not read. Delete it, and enter only the right answer`
          : `“${found}” is partly struck through. Only the rest, “${problem.standing}”, was read. Delete what is struck through`;
      case "formula":
        return `the formula “=${problem.formula}” (showing “${found}”) is not read as an answer. Enter the value`;
      case "unplaced":
        return `“${found}” does not belong to any question`;
      case "merged":
        return "the cells are merged. Only the answer in the first cell was read";
      case "contradiction":
        return `“${found}” contradicts another answer to “${problem.fact.en}”. Neither was used`;
      case "copies":
        return `“${found}” was not used: the sheets ${few(problem.sheets)} ask the same questions, but their answers differ. Keep only the right sheet`;
      case "keyless":
        return `“${found}” does not name its requirement. Choose the requirement's number`;
      case "stripped":
        return `${STRIPPED}. No answers on this sheet were read`;
      case "missing":
        return `“${problem.fact.en}” has no answer, but is required`;
      case "misfit":
        return `“${found}” was imported unchanged although it breaks the profile's format. Fix it in the YAML`;
    }
  },
  remark: (text) => `Remark: ${text}`,
  note: (place, text) => `Note on ${place}: ${text}`,
  pictures: "Drawings and pictures are not read",
  madeFrom: (file) => `Made from the questionnaire ${file}`,
  leftOver: "What could not be read from the questionnaire",
  importError: (importError) => {
    switch (importError.kind) {
      case "too-large":
        return `it is too large (at most ${importError.mebibytes} MiB)`;
      case "bomb":
        return `its content is too large (at most ${importError.mebibytes} MiB unpacked). It is not a questionnaire`;
      case "encrypted":
        return "it is protected by a password. Remove the password, then save it again";
      case "other-format":
        return FORMATS[importError.format];
      case "text":
        return "it is not an Excel file (.xlsx) but text (such as CSV). Choose the questionnaire's Excel file";
      case "empty":
        return "it is empty";
      case "unknown":
        return "it is not an Excel file (.xlsx)";
      case "damaged":
        return "it is damaged or cannot be read in this form. Open it in Excel and save it again";
      case "foreign":
        return `it is not a questionnaire made by this tool (sheets: ${few(importError.sheets)}). Choose the Excel file of a questionnaire`;
      case "stripped":
        return STRIPPED;
      case "version":
        return `it is a questionnaire of a newer version (${importError.version}). Update vendor-profile`;
      case "too-many-cells":
        return `it has too many sheets, rows or columns (at most ${importError.sheets} sheets, each of ${importError.rows} rows and ${importError.columns} columns)`;
    }
  },
};
