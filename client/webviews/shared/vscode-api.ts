/** What VS Code offers to the page of a view. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as a page sees it: what it may be told, and what it says. */
export interface Host<From, To, Kept> {
  say(message: From): void;
  /** Returns how to stop listening. */
  listen(hear: (message: To) => void): () => void;
  /** What was kept while the view was hidden, or the window loaded anew. */
  kept(): Partial<Kept>;
  keep(state: Kept): void;
}

/** Connects a page with the extension; VS Code allows it once. */
export function connect<From, To, Kept>(): Host<From, To, Kept> {
  const api = acquireVsCodeApi();
  return {
    say: (message) => api.postMessage(message),
    listen: (hear) => {
      const receive = ({ data }: MessageEvent<To>) => hear(data);
      window.addEventListener("message", receive);
      return () => window.removeEventListener("message", receive);
    },
    kept: () => (api.getState() ?? {}) as Partial<Kept>,
    keep: (state) => api.setState(state),
  };
}
