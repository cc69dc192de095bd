import { alikesIn, codePoint } from "../../core/text/white-space.ts";
import { list } from "./list.ts";

const NAMES: Readonly<Record<string, string>> = {
  "U+000B": "vertical tab",
  "U+000C": "form feed",
  "U+0085": "next line",
  "U+00A0": "no-break space",
  "U+00AD": "soft hyphen",
  "U+1680": "Ogham space",
  "U+180E": "Mongolian vowel separator",
  "U+2000": "en quad",
  "U+2001": "em quad",
  "U+2002": "en space",
  "U+2003": "em space",
  "U+2004": "three-per-em space",
  "U+2005": "four-per-em space",
  "U+2006": "six-per-em space",
  "U+2007": "figure space",
  "U+2008": "punctuation space",
  "U+2009": "thin space",
  "U+200A": "hair space",
  "U+200B": "zero-width space",
  "U+200C": "zero-width non-joiner",
  "U+200D": "zero-width joiner",
  "U+200E": "left-to-right mark",
  "U+200F": "right-to-left mark",
  "U+2028": "line separator",
  "U+2029": "paragraph separator",
  "U+202F": "narrow no-break space",
  "U+205F": "mathematical space",
  "U+2060": "word joiner",
  "U+2061": "invisible function application",
  "U+2062": "invisible times",
  "U+2063": "invisible separator",
  "U+2064": "invisible plus",
  "U+3000": "full-width space",
  "U+FEFF": "byte order mark",
};

/** The characters of a text that only look like a space: “U+00A0 (no-break space)”. */
export function alikes(text: string): string {
  return list(
    alikesIn(text)
      .map(codePoint)
      .map((code) => `${code} (${NAMES[code]})`),
  );
}
