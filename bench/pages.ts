/** Puts the figures of results.json into the pages about performance, without measuring anything. */
import { writePerformancePages } from "./report/pages.ts";

writePerformancePages();
