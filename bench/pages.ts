/** Writes the figures of results.json into the pages about performance. Measures nothing. */
import { writePerformancePages } from "./report/pages.ts";

writePerformancePages();
