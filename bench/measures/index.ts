import { analysis } from "./analysis.ts";
import { edits } from "./edits.ts";
import type { Measure } from "./measure.ts";
import { memory } from "./memory.ts";
import { register } from "./register.ts";
import { requests } from "./requests.ts";
import { start } from "./start.ts";
import { terminal } from "./terminal.ts";

/** The parts of the bench by name, in the order they run. */
export const measures: Readonly<Record<string, Measure>> = { analysis, start, edits, register, requests, memory, terminal };
