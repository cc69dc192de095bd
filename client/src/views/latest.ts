/**
 * Makes a piece of work one at a time: whoever asks while it runs has it run once more afterwards, however often it was asked for.
 * What it throws is for `fail`.
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
