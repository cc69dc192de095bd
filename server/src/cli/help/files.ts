import { CONFIG_NAME } from "../../config/config.ts";
import type { LanguageId } from "../../messages/language.ts";

/** The files that commands find by name. */
export const files: Readonly<Record<LanguageId, readonly (readonly [name: string, text: string])[]>> = {
  ja: [
    ["*.vendor.yaml", "ベンダープロファイル（.yml でもよい）。フォルダーからはこの名前で探す"],
    ["vendor-profile.yaml", "同じ（.yml でもよい）"],
    [CONFIG_NAME, "設定ファイル。現在のフォルダーから上へ探す"],
  ],
  en: [
    ["*.vendor.yaml", "vendor profiles (or .yml); a search of a folder finds them by this name"],
    ["vendor-profile.yaml", "likewise (or .yml)"],
    [CONFIG_NAME, "the configuration, in the current folder or above"],
  ],
};
