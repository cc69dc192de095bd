/** The messages between a view and the extension. Only types, because the view runs in a page of its own. */
import type { Checklist, ComparisonView, ProfileRef } from "./requests.ts";

/** From the extension to the checklist. */
export type ToChecklist =
  | { readonly kind: "show"; readonly checklist: Checklist }
  /** The rows with a fact at the cursor. */
  | { readonly kind: "cursor"; readonly rows: readonly string[] }
  /** The file no longer exists; `text` says so. */
  | { readonly kind: "gone"; readonly text: string };

/** From the checklist to the extension. */
export type FromChecklist =
  | { readonly kind: "ready" }
  | { readonly kind: "goTo"; readonly no: string; readonly place: number | null }
  | { readonly kind: "assume"; readonly classification: string | null }
  | { readonly kind: "profile"; readonly index: number }
  | { readonly kind: "open"; readonly href: string }
  | { readonly kind: "export" | "copy" | "print" };

/** From the extension to the comparison. */
export type ToComparison =
  /** `profiles` are all that the user chose, even if missing: the view keeps them to restore itself. */
  | { readonly kind: "show"; readonly comparison: ComparisonView; readonly profiles: readonly ProfileRef[] }
  | { readonly kind: "gone"; readonly text: string };

/** From the comparison to the extension. */
export type FromComparison =
  | { readonly kind: "ready" }
  /** Names the profile and not its index, because the page may show an older comparison. */
  | { readonly kind: "open" | "remove"; readonly service: ProfileRef }
  | { readonly kind: "export" | "copy" | "print" };
