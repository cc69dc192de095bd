/** What a view and the extension say to each other. Types alone: the view runs in a page of its own. */
import type { Checklist, ComparisonView, ProfileRef } from "./requests.ts";

/** To the checklist. */
export type ToChecklist =
  | { readonly kind: "show"; readonly checklist: Checklist }
  /** The rows whose facts the cursor is on. */
  | { readonly kind: "cursor"; readonly rows: readonly string[] }
  /** The file is not there any more, in words. */
  | { readonly kind: "gone"; readonly text: string };

/** From the checklist. */
export type FromChecklist =
  | { readonly kind: "ready" }
  | { readonly kind: "goTo"; readonly no: string; readonly place: number | null }
  | { readonly kind: "assume"; readonly classification: string | null }
  | { readonly kind: "profile"; readonly index: number }
  | { readonly kind: "open"; readonly href: string }
  | { readonly kind: "export" | "copy" | "print" };

/** To the comparison. */
export type ToComparison =
  /** With the profiles that are wanted, be they there or not: what the view keeps for the next time. */
  | { readonly kind: "show"; readonly comparison: ComparisonView; readonly profiles: readonly ProfileRef[] }
  | { readonly kind: "gone"; readonly text: string };

/** From the comparison. */
export type FromComparison =
  | { readonly kind: "ready" }
  /** By its profile: what the page shows may be older than what the extension knows. */
  | { readonly kind: "open" | "remove"; readonly service: ProfileRef }
  | { readonly kind: "export" | "copy" | "print" };
