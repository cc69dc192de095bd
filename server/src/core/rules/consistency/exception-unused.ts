import { isRecorded, resultOf, reviewOf } from "../../evaluation/verdict.ts";
import type { Rule } from "../rule.ts";
import { warning } from "./warning.ts";

/** The review of an exception for a row that is met without it. */
export const exceptionUnused: Rule = ({ profile, standard }) =>
  standard.rows.flatMap((row) => {
    if (!row.exception || resultOf(profile.rows, row.no).status !== "met" || !isRecorded(reviewOf(row, profile.facts))) return [];
    return [warning(profile, "consistency.exception-unused", ["assessment", row.no, "exception"], { row }, row.no)];
  });
