/** The two file names by which a file is recognized as a profile. */
const SUFFIX = ".vendor.yaml";
const DEFAULT_NAME = "vendor-profile.yaml";
/** In characters. A character takes up to 4 bytes in UTF-8, and file systems allow 255 bytes for a name. */
const MAX_STEM_CHARACTERS = 50;

/** Characters that a file system or a shell may treat specially. */
const FORBIDDEN = /[^\p{L}\p{M}\p{N}・（）._+-]+/gu;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;

/** Device names, which Windows reserves. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

/** The file name for a service's profile: valid on every system, and needs no quotes in a shell. */
export function fileNameOf(service: string): string {
  const stem = stemOf(service);
  return stem === "" ? DEFAULT_NAME : `${stem}${SUFFIX}`;
}

/** The same name without its suffix; empty if no character of the service's name is usable. */
export function stemOf(service: string): string {
  const safe = service.normalize("NFC").replace(INVISIBLE, "").replace(FORBIDDEN, "-");
  const stem = [...safe]
    .slice(0, MAX_STEM_CHARACTERS)
    .join("")
    .replace(/^[-.]+|(?<![-.])[-.]+$/g, "");
  return `${DEVICE.test(stem) ? "_" : ""}${stem}`;
}
