import { check } from "./check.ts";
import { adminFactsUnused } from "./consistency/admin-facts-unused.ts";
import { backupStoreUnused } from "./consistency/backup-store-unused.ts";
import { classAbroadAboveHandled } from "./consistency/class-abroad-above-handled.ts";
import { dateInFuture } from "./consistency/date-in-future.ts";
import { erasureFlagsUnused } from "./consistency/erasure-flags-unused.ts";
import { exceptionUnused } from "./consistency/exception-unused.ts";
import { overseasUnused } from "./consistency/overseas-unused.ts";
import { renewalNotIsmap } from "./consistency/renewal-not-ismap.ts";
import { duties } from "./duties.ts";
import { evidenceAbsent, evidenceExpired, evidenceFile } from "./evidence.ts";
import { exception } from "./exception.ts";
import { expiring } from "./expiring.ts";
import { legacy } from "./legacy.ts";
import { recommended } from "./recommended.ts";
import type { Rule } from "./rule.ts";

/** All rules. Their order does not matter, because the findings are sorted. */
export const rules: readonly Rule[] = [
  duties,
  recommended,
  exception,
  legacy,
  expiring,
  check,
  evidenceAbsent,
  evidenceExpired,
  evidenceFile,
  overseasUnused,
  backupStoreUnused,
  classAbroadAboveHandled,
  erasureFlagsUnused,
  exceptionUnused,
  renewalNotIsmap,
  adminFactsUnused,
  dateInFuture,
];
