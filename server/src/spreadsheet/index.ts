/** What is large, and seldom needed. What measures text is in here already, so it is had from here. */
export { wrap } from "../core/text/wrap.ts";
export { readWorkbook } from "../questionnaire/xlsx/read.ts";
export { writeForm } from "../questionnaire/xlsx/write.ts";
export { writeDocuments } from "../reports/xlsx/documents.ts";
