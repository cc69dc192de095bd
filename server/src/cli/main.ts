import { processIO } from "./io.ts";
import { run } from "./run.ts";

process.stdout.on("error", () => {});
run(process.argv.slice(2), processIO(process)).then((status) => {
  process.exitCode = status;
});
