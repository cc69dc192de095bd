import formatData from "../../generated/format.json" with { type: "json" };
import standardData from "../../generated/standard.json" with { type: "json" };
import type { Bundle } from "./analyze.ts";

/** The standard and the format that come with the product. `npm run generate` checked their shape, so a cast is safe. */
export const bundled = { standard: standardData, format: formatData } as unknown as Bundle;
