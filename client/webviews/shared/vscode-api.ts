/** VS Code's API for the page of a view. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension as a page sees it: messages in both directions. */
export interface Host<From, To, Kept> {
  say(message: From): void;
  /** Returns a function that stops listening. */
  listen(hear: (message: To) => void): () => void;
  /** The state saved while the view was hidden or the window reloaded. */
  kept(): Partial<Kept>;
  keep(state: Kept): void;
}

/** Connects a page with the extension. VS Code allows this once per page. */
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
