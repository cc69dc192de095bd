export { writePapers } from "./papers.ts";
export { readWorkbook } from "./questionnaire-read.ts";
export { writeForm } from "./questionnaire-write.ts";
