import type { Page } from "playwright-core";
import manifest from "../../package.json" with { type: "json" };

/** The badges: a name and a value each. Our own pictures, so that showing them needs no network. */
const badges: readonly (readonly [name: string, value: string])[] = [
  ["VS Code", manifest.engines.vscode.replace(/^\^|\.0$/g, "").concat("+")],
  ["Node.js", manifest.engines.node.replace(">=", "").concat("+")],
  ["言語 languages", "日本語・English"],
  ["network", "none"],
  ["license", manifest.license],
];

const style = `
  body { margin: 0; background: transparent; }
  p { display: inline-flex; gap: 6px; margin: 0; font: 11px/20px sans-serif; color: #fff; }
  span { display: inline-flex; border-radius: 3px; overflow: hidden; }
  b, i { padding: 0 7px; font-weight: normal; font-style: normal; background: #475158; }
  i { background: #0b4f6c; }`;

/** Draws the badges. Resolves with the element to take a picture of. */
export async function drawBadges(page: Page) {
  const items = badges.map(([name, value]) => `<span><b>${name}</b><i>${value}</i></span>`).join("");
  await page.setContent(`<style>${style}</style><p>${items}</p>`);
  return page.locator("p");
}
