// who reads no longer takes nothing away from the exit status
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

// an editor waits for the server alone: to load the other commands takes as long again
const isForEditor = process.argv.slice(2).join(" ") === "lsp --stdio";
void (isForEditor ? import("../language-server/main.ts") : import("./process.ts"));
