import type { Page } from "playwright-core";

/**
 * A PNG as a WebP, by a page of the browser.
 *
 * @param quality below 1; at 1, nothing is lost, and text is half as large as a PNG
 */
export async function webpOf(png: Buffer, page: Page, quality = 1): Promise<Buffer> {
  await page.setContent(`<img src="data:image/png;base64,${png.toString("base64")}">`);
  const url: string = await page.locator("img").evaluate(async (image, quality) => {
    await image.decode();
    const canvas = image.ownerDocument.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", quality);
  }, quality);
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
