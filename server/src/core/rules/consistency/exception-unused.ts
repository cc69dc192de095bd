import { isRecorded, resultOf } from "../../evaluation/verdict.ts";
import type { Rule } from "../rule.ts";
import { warning } from "./warning.ts";

/** The review of an exception for a row that is met without it. */
export const exceptionUnused: Rule = ({ profile, standard }) =>
  standard.rows.flatMap((row) => {
    const { status, review } = resultOf(profile.rows, row.no);
    if (status !== "met" || !isRecorded(review)) return [];
    return [warning(profile, "consistency.exception-unused", ["assessment", row.no, "exception"], { row }, row.no)];
  });
