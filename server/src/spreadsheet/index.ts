/** A bundle of its own, because it is large and seldom needed. It exports `wrap` because it already holds the width tables. */
export { wrap } from "../core/text/wrap.ts";
export { readWorkbook } from "../questionnaire/xlsx/read.ts";
export { writeForm } from "../questionnaire/xlsx/write.ts";
export { writeDocuments } from "../reports/xlsx/documents.ts";
