/** What test files import: the desk that they are at, shared by all files of a variant. */
import type { Desk } from "./editor-session.ts";

/** The desk; test/e2e/run.ts sets it before the tests run. */
export let desk: Desk;

/** Seats the tests at a desk. */
export function seatAt(next: Desk): void {
  desk = next;
}
