import formatData from "../../generated/format.json" with { type: "json" };
import standardData from "../../generated/standard.json" with { type: "json" };
import type { Bundle } from "./analyze.ts";

/** The standard and the format that come with the product. What they hold was checked when they were made. */
export const bundled = { standard: standardData, format: formatData } as unknown as Bundle;
