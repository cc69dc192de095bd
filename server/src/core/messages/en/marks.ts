import type { MarkWords } from "../language.ts";

export const marks: MarkWords = {};
