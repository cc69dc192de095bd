import type { Page } from "playwright-core";

/** A PNG as a WebP of which nothing is lost, and which is half as large where there is text, by a page of the browser. */
export async function webpOf(png: Buffer, page: Page): Promise<Buffer> {
  await page.setContent(`<img src="data:image/png;base64,${png.toString("base64")}">`);
  const url: string = await page.locator("img").evaluate(async (image) => {
    await image.decode();
    const canvas = image.ownerDocument.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 1);
  });
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
