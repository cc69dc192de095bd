import { processIO } from "./io.ts";
import { run } from "./run.ts";

// who reads no longer takes nothing away from the exit status
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
run(process.argv.slice(2), processIO(process)).then((status) => {
  process.exitCode = status;
});
