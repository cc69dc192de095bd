/** Tests that edits do not leak memory. `npm run soak` does the same for longer. */
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { killServers } from "./client.ts";
import { soak } from "./soak.ts";

/** A ratio above the noise, which comes from code that V8 compiles during the run. */
const MAX_GROWTH = 1.2;

describe("After thousands of edits", () => {
  after(killServers);

  it("a server keeps no more than after the first thousand", async () => {
    const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
    const kept: number[] = [];
    for await (const { bytes } of soak(3000, 3, seed)) kept.push(bytes);
    const [first, , last] = kept;
    assert.ok(first && last);
    assert.ok(last <= first * MAX_GROWTH, `${kept.join(", ")} bytes, with SEED=${seed}`);
  });
});
