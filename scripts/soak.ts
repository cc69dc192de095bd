/** Sends 100,000 edits to a server and prints its heap on the way: `npm run soak`, `SEED=1 npm run soak 5000`. */
import { soak } from "../test/protocol/soak.ts";

const edits = Number(process.argv[2] ?? 100_000);
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`seed ${seed}\n\n  edits   heap, MiB   to the first`);
let first: number | undefined;
for await (const { edits: count, bytes } of soak(edits, 20, seed)) {
  first ??= bytes;
  const mebibytes = (bytes / 1024 / 1024).toFixed(1);
  console.log(`${String(count).padStart(7)} ${mebibytes.padStart(11)} ${(bytes / first).toFixed(3).padStart(14)}`);
}
