/** How a fact is answered. */
export type AnswerKind = "text" | "choice" | "long-choice" | "open-choice" | "boolean" | "date" | "integer" | "corporate-number";
