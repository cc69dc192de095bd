/** By which a file is known as a profile; the second needs no name before it. */
const SUFFIX = ".vendor.yaml";
const NAMELESS = "vendor-profile.yaml";
/** In characters, each of which may be four bytes, and a name may have 255. */
const MAX_COUNT = 50;

/** What some system, or some shell, might take for something else than a part of a name. */
const FORBIDDEN = /[^\p{L}\p{M}\p{N}・（）._+-]+/gu;

/** What no person sees. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;

/** Names of devices, which Windows gives to no file. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

/** A name for a service's profile that every system takes, and that needs no quotes in a shell. */
export function fileNameOf(service: string): string {
  const stem = stemOf(service);
  return stem === "" ? NAMELESS : `${stem}${SUFFIX}`;
}

/** The same without an ending; empty where nothing of the name is left. */
export function stemOf(service: string): string {
  const safe = service.normalize("NFC").replace(INVISIBLE, "").replace(FORBIDDEN, "-");
  const stem = [...safe]
    .slice(0, MAX_COUNT)
    .join("")
    .replace(/^[-.]+|(?<![-.])[-.]+$/g, "");
  return `${DEVICE.test(stem) ? "_" : ""}${stem}`;
}
