/** What a web worker has and Node has not, as far as it is used. */

interface DedicatedWorkerGlobalScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  addEventListener(type: "error", listener: (error: unknown) => void): void;
}

declare const self: DedicatedWorkerGlobalScope;
declare const navigator: { readonly language: string };
