/** The browser's globals that this code uses and Node lacks. */
declare class Worker {
  constructor(url: string);
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  addEventListener(type: "error" | "message", listener: (event: unknown) => void, options?: { readonly once: boolean }): void;
  terminate(): void;
}
