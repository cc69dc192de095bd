import type { FixWords } from "../language.ts";

export const fixes: FixWords = {};
