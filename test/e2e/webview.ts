import type { Frame, Page } from "playwright-core";

/** The frame whose document shows what a selector finds: a webview's is within two others. */
export async function findWebview(page: Page, marker: string, patience: number): Promise<Frame> {
  let look = (_frame: Frame) => {};
  try {
    return await new Promise<Frame>((found, fail) => {
      const late = () => fail(new Error(`No webview shows ${marker}`));
      setTimeout(late, patience).unref();
      look = (frame) => {
        // A frame that goes away was not the one.
        frame.waitForSelector(marker, { timeout: patience }).then(
          () => found(frame),
          () => {},
        );
      };
      page.on("frameattached", look);
      for (const frame of page.frames()) if (frame !== page.mainFrame()) look(frame);
    });
  } finally {
    page.off("frameattached", look);
  }
}
