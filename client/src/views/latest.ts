/**
 * Runs a task one at a time: requests that arrive while it runs lead to exactly one more run afterwards.
 * Errors go to `fail`.
 */
export function latest(work: () => Promise<void>, fail: (error: unknown) => void): () => void {
  let state: "idle" | "running" | "again" = "idle";
  const run = async () => {
    do {
      state = "running";
      await work().catch(fail);
    } while ((state as string) === "again");
    state = "idle";
  };
  return () => {
    if (state === "idle") void run();
    else state = "again";
  };
}
