/** What a browser has and Node has not, as far as it is used. */
declare class Worker {
  constructor(url: string);
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  addEventListener(type: "error" | "message", listener: (event: unknown) => void, options?: { readonly once: boolean }): void;
  terminate(): void;
}
