/** Loaded into a server before it starts: does what a test asks for beside the protocol. */
process.on("message", ({ aside }) => {
  if (aside === "reject") Promise.reject(new Error("beside all requests"));
  if (aside !== "heap") return;
  // what the first leaves to be finished, the second takes
  gc();
  gc();
  process.send({ bytes: process.memoryUsage().heapUsed });
});
// it alone keeps no process alive
process.channel.unref();
