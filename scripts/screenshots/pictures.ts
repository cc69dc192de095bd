import type { Page } from "playwright-core";
import type { Texts } from "../../test/e2e/texts.ts";
import type { Locale } from "../../test/vscode/workbench.ts";
import { completion, hover, inlayHints, problems, quickFixes, status } from "./steps.ts";
import { comparison, firstSteps, overview, whatIf } from "./views.ts";

/** The part of the editor where the hover is. All clips are in pixels of the window. */
const middle = { x: 352, y: 145, width: 980, height: 400 };
/** The editor from its top. */
const upper = { x: 352, y: 60, width: 980, height: 700 };
/** The editor further down. */
const lower = { x: 352, y: 350, width: 980, height: 300 };
/** Everything except the side bar and the editor's own footer. */
const page = { x: 352, y: 60, width: 1048, height: 715 };
/** The lower right of the window, with the status. */
const corner = { x: 700, y: 780, width: 700, height: 70 };

/** A picture of an example in the editor. */
export interface Picture {
  readonly name: string;
  readonly locale: Locale;
  readonly theme?: "light" | "dark";
  readonly example: string;
  /** The text before the cursor. */
  readonly before: string;
  readonly show: (page: Page, texts: Texts) => Promise<void>;
  /** The window's size, if not the usual one. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly clip?: typeof corner;
}

const abroad = { example: "overseas-without-alternative.vendor.yaml", before: "primary: [JP, " };

export const pictures: Picture[] = [
  ...(["ja", "en"] as const).flatMap((locale): Picture[] => [
    { name: `views-${locale}`, locale, ...abroad, show: overview, size: { width: 1240, height: 700 } },
    { name: `comparison-${locale}`, locale, theme: "dark", ...abroad, show: comparison },
    { name: `what-if-${locale}`, locale, ...abroad, show: whatIf },
    { name: `first-steps-${locale}`, locale, theme: "dark", ...abroad, show: firstSteps, clip: page },
  ]),
  { name: "diagnostics-ja", locale: "ja", ...abroad, show: hover, clip: middle },
  { name: "problems-ja", locale: "ja", ...abroad, show: problems },
  { name: "status-ja", locale: "ja", ...abroad, show: status, clip: corner },
  {
    name: "hover-ja",
    locale: "ja",
    example: "class-i-by-alternatives.vendor.yaml",
    before: "twoStep",
    show: hover,
    clip: middle,
  },
  {
    name: "fixes-ja",
    locale: "ja",
    example: "japanese-keyboard.vendor.yaml",
    before: "protocols: [T",
    show: quickFixes,
    clip: middle,
  },
  {
    name: "completion-ja",
    locale: "ja",
    example: "half-stated.vendor.yaml",
    before: "domesticCourt:",
    show: completion,
    clip: lower,
  },
  {
    name: "marks-ja",
    locale: "ja",
    ...abroad,
    before: "profile: ",
    show: inlayHints,
    clip: upper,
  },
  { name: "diagnostics-en", locale: "en", theme: "dark", ...abroad, show: hover, clip: middle },
  { name: "status-en", locale: "en", ...abroad, show: status, clip: corner },
  {
    name: "hover-en",
    locale: "en",
    example: "class-i-by-alternatives.vendor.yaml",
    before: "twoStep",
    show: hover,
    clip: middle,
  },
];
