/** What is large, and seldom needed. What measures text is in here already, so it is had from here. */
export { wrap } from "../wrap.ts";
export { writePapers } from "./papers.ts";
export { readWorkbook } from "./questionnaire-read.ts";
export { writeForm } from "./questionnaire-write.ts";
