import type { LanguageId } from "../../messages/language.ts";
import { newProfile as en } from "./en/new-profile.ts";
import { newProfile as ja } from "./ja/new-profile.ts";
import type { NewProfileMessages } from "./new-profile-messages.ts";

/** The comments of a new profile, by language. */
export const newProfileMessages: Readonly<Record<LanguageId, NewProfileMessages>> = { ja, en };
