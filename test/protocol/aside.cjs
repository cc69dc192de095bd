/** Preloaded into a server: follows the test's commands on a second channel. */
process.on("message", ({ aside }) => {
  if (aside === "reject") Promise.reject(new Error("beside all requests"));
  if (aside !== "heap") return;
  // The second collection frees what the first one finalized.
  gc();
  gc();
  process.send({ bytes: process.memoryUsage().heapUsed });
});
// This channel alone must not keep the process alive.
process.channel.unref();
