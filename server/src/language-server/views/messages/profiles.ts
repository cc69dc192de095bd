import type { LanguageId } from "../../../messages/language.ts";
import { profiles as en } from "./en/profiles.ts";
import { profiles as ja } from "./ja/profiles.ts";
import type { ProfilesMessages } from "./profiles-messages.ts";

/** The texts of the list of profiles, by language. */
export const profilesMessages: Readonly<Record<LanguageId, ProfilesMessages>> = { ja, en };
