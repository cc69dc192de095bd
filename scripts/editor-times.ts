/**
 * Measures the packaged extension in a real editor: its activation, as timed by the editor, and the time from opening a profile
 * to its first marked finding. Each run has a new window and a new extension host. Arguments: the variants to measure.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EditorSession } from "../test/e2e/editor-session.ts";
import { variants } from "../test/e2e/variants.ts";
import { packageExtension } from "../test/e2e/vsix.ts";
import { setUp, setUpServer } from "../test/vscode/setup.ts";
import { launch } from "../test/vscode/workbench.ts";

const RUNS = 7;
const profile = "overseas-without-alternative.vendor.yaml";

/** Runs in the page: measures the milliseconds from the click on the file's name to the first squiggle. */
const untilMarked = `(() => {
  let clicked;
  addEventListener("mousedown", ({ timeStamp }) => { clicked = timeStamp; }, { capture: true, once: true });
  window.untilMarked = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (clicked === undefined || !document.querySelector(".editor-instance .squiggly-error")) return;
      observer.disconnect();
      resolve(performance.now() - clicked);
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
})()`;

/** The median, the minimum and the maximum of times in milliseconds. */
function summary(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round);
  const [least, median, most] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return `median ${median} ms (${least} to ${most})`;
}

const wanted = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "vendor-profile-vsix-"));
const [vsix, { browser }] = await Promise.all([packageExtension(folder), setUp()]);
const chromium = await launch(browser);
for (const variant of variants) {
  if (wanted.length > 0 ? !wanted.includes(variant.name) : variant.name === "ja") continue;
  const session = await EditorSession.start(variant, { server: await setUpServer(variant.edition), chromium, vsix });
  const activation: number[] = [];
  const opening: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await session.fresh();
    await session.page.evaluate(untilMarked);
    await session.open(profile);
    opening.push(await session.page.evaluate<number>("window.untilMarked"));
    activation.push(await session.activationTime());
  }
  await session.stop();
  console.log(`${variant.name} (${variant.edition} editor, ${variant.host} extension host), ${RUNS} runs`);
  console.log(`  activation                          ${summary(activation)}`);
  console.log(`  opening a profile to its first mark ${summary(opening)}`);
}
await chromium.close();
await rm(folder, { recursive: true });
process.exit();
