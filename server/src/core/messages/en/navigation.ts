import type { NavigationWords } from "../language.ts";

export const navigation: NavigationWords = {};
