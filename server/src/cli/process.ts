/** Runs the command line of this process. */
import { processIO } from "./io.ts";
import { run } from "./run.ts";

run(process.argv.slice(2), processIO(process)).then((status) => {
  process.exitCode = status;
});
