import type { CellStyle } from "hucre/xlsx";
import type { LanguageId } from "../../messages/language.ts";
import type { Tone } from "../document.ts";

type FontStyle = NonNullable<CellStyle["font"]>;
type AlignmentStyle = NonNullable<CellStyle["alignment"]>;

/** A font, with its line height as a factor of its size, as spreadsheet programs compute it. */
export interface CellFont {
  readonly font: FontStyle & { readonly size: number };
  readonly line: number;
}

/** If a font is missing, its character set and family select a similar one. */
export const FONTS: Readonly<Record<LanguageId, CellFont>> = {
  ja: { font: { name: "Yu Gothic", size: 10, charset: 128, family: 3 }, line: 1.7 },
  // Allows for Japanese names, whose lines are slightly higher.
  en: { font: { name: "Arial", size: 10, family: 2 }, line: 1.4 },
};

/** What decides a cell's style. */
export interface StyledCell {
  readonly role: Role;
  readonly tone?: Tone | undefined;
  readonly isCentred?: boolean | undefined;
  readonly isMarked?: boolean | undefined;
  /** The side without a border. */
  readonly isOpen?: "left" | "right" | undefined;
  readonly isLink?: boolean;
  /** Whether a spreadsheet program could take it for a formula when a person edits it. */
  readonly isText?: boolean;
}

export type Role = "title" | "heading" | "paragraph" | "name" | "fact" | "value" | "header" | "box";

/** Font sizes in points that differ from the default. */
const SIZES: Partial<Readonly<Record<Role, number>>> = { title: 16, heading: 12 };
/** Colours with enough contrast on their background. The text always says the same. */
const TONES: Readonly<Record<Tone, { readonly text: string; readonly ground?: string }>> = {
  good: { text: "1B5E3A", ground: "E6F2EA" },
  bad: { text: "9B1C1C", ground: "FBE6E4" },
  open: { text: "7A4B00", ground: "FFF3D6" },
  muted: { text: "595959" },
  note: { text: "1F4E79", ground: "E8F0F8" },
};
const INK = "1A1A1A";
const LINK = "0B57A4";
const HEADER = "DCE3EA";
const MARKED_HEADER = "B5CBE0";
const MARKED = "EFF5FA";
const LINE = { style: "thin", color: { rgb: "7F7F7F" } } as const;

const FRAMED: readonly Role[] = ["name", "fact", "value", "header", "box"];
const BOLD: readonly Role[] = ["title", "heading", "header"];

/** The size and weight of a role's font. */
export function fontOf(role: Role, { font }: CellFont): { readonly size: number; readonly bold: boolean } {
  return { size: SIZES[role] ?? font.size, bold: BOLD.includes(role) };
}

export function styleOf(look: StyledCell, cellFont: CellFont): CellStyle {
  const { role, tone, isLink, isText } = look;
  const ground = groundOf(look);
  const text = isLink ? LINK : ((tone && TONES[tone].text) ?? INK);
  return {
    font: { ...cellFont.font, ...fontOf(role, cellFont), color: { rgb: text }, underline: isLink === true },
    alignment: alignmentOf(look),
    ...(ground && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: ground } } }),
    ...(FRAMED.includes(role) && { border: frameOf(look) }),
    ...(isText && { numFmt: "@" }),
  };
}

function frameOf({ isOpen }: StyledCell): NonNullable<CellStyle["border"]> {
  return { top: LINE, bottom: LINE, ...(isOpen !== "left" && { left: LINE }), ...(isOpen !== "right" && { right: LINE }) };
}

function groundOf({ role, tone, isMarked }: StyledCell): string | undefined {
  if (role === "header") return isMarked ? MARKED_HEADER : HEADER;
  if (role === "name") return HEADER;
  return (tone && TONES[tone].ground) ?? (isMarked ? MARKED : undefined);
}

function alignmentOf({ role, isCentred }: StyledCell): AlignmentStyle {
  const isMiddle = role !== "value" && role !== "paragraph";
  const horizontal = role === "header" || isCentred ? "center" : "left";
  return { horizontal, vertical: isMiddle ? "center" : "top", wrapText: true };
}
