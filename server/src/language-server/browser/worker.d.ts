/** The globals of a web worker that are used here and that Node lacks. */

interface DedicatedWorkerGlobalScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  addEventListener(type: "error", listener: (error: unknown) => void): void;
}

declare const self: DedicatedWorkerGlobalScope;
declare const navigator: { readonly language: string };
