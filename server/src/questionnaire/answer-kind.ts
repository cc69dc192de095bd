/** How a vendor answers a fact. */
export type AnswerKind = "text" | "choice" | "long-choice" | "open-choice" | "boolean" | "date" | "integer" | "corporate-number";
