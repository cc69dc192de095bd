// a closed pipe must not change the exit status
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

// an editor needs only the server: loading the other commands would double the start time
const isForEditor = process.argv.slice(2).join(" ") === "lsp --stdio";
void (isForEditor ? import("../language-server/main.ts") : import("./process.ts"));
