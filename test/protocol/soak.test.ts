/** Guards that a server keeps nothing of the edits that have passed. `npm run soak` does the same at length. */
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { killServers } from "./client.ts";
import { soak } from "./soak.ts";

/** Beyond what is noise: the code that is compiled on the way, and when it is. */
const MAX_COUNT = 1.2;

describe("After thousands of edits", () => {
  after(killServers);

  it("a server keeps no more than after the first thousand", async () => {
    const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
    const kept: number[] = [];
    for await (const { bytes } of soak(3000, 3, seed)) kept.push(bytes);
    const [first, , last] = kept;
    assert.ok(first && last);
    assert.ok(last <= first * MAX_COUNT, `${kept.join(", ")} bytes, with SEED=${seed}`);
  });
});
