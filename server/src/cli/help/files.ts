import { CONFIG_NAME } from "../../config/config.ts";
import type { LanguageId } from "../../messages/language.ts";

/** The files that commands look for by their names. */
export const files: Readonly<Record<LanguageId, readonly (readonly [name: string, text: string])[]>> = {
  ja: [
    ["*.vendor.yaml", "ベンダープロファイル（.yml でもよい）。フォルダーからはこの名前で探す"],
    ["vendor-profile.yaml", "同じ（.yml でもよい）"],
    [CONFIG_NAME, "設定ファイル。現在のフォルダーから上へ探す"],
  ],
  en: [
    ["*.vendor.yaml", "vendor profiles (.yml as well): below a folder, they are found by this name"],
    ["vendor-profile.yaml", "likewise (.yml as well)"],
    [CONFIG_NAME, "the configuration, looked for in the current folder and above it"],
  ],
};
