import type { Frame, Page } from "playwright-core";

/** The first frame, at any depth, that contains a match of a selector. Rejects after `timeout` milliseconds. */
export async function findWebview(page: Page, selector: string, timeout: number): Promise<Frame> {
  let watchFrame = (_frame: Frame) => {};
  try {
    return await new Promise<Frame>((found, fail) => {
      const late = () => fail(new Error(`No webview shows ${selector}`));
      setTimeout(late, timeout).unref();
      watchFrame = (frame) => {
        // A frame that is removed was not the right one.
        frame.waitForSelector(selector, { timeout }).then(
          () => found(frame),
          () => {},
        );
      };
      page.on("frameattached", watchFrame);
      for (const frame of page.frames()) if (frame !== page.mainFrame()) watchFrame(frame);
    });
  } finally {
    page.off("frameattached", watchFrame);
  }
}
