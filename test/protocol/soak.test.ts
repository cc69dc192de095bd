/** Tests that edits do not leak memory. `npm run soak` does the same for longer. */
import assert from "node:assert/strict";
import { killServers } from "./client.ts";
import { soak } from "./soak.ts";

/** A ratio above the noise, which comes from code that V8 compiles during the run. */
const MAX_GROWTH = 1.2;

describe("After thousands of edits", () => {
  after(killServers);

  it("a server's heap is no larger than after the first thousand", async function () {
    this.timeout(120_000);
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    const heapSizes: number[] = [];
    for await (const { bytes } of soak(3000, 3, seed)) heapSizes.push(bytes);
    const [first, , last] = heapSizes;
    assert.ok(first && last);
    assert.ok(last <= first * MAX_GROWTH, `${heapSizes.join(", ")} bytes, with SEED=${seed}`);
  });
});
