import type { CompletionWords } from "../language.ts";

export const completion: CompletionWords = {};
