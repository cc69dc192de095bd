import type { HoverWords } from "../language.ts";

export const hover: HoverWords = {};
