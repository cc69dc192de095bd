/** Whether this runs in Node; otherwise it is a web worker. A polyfill of `process` has no Node version. */
export const isNode = globalThis.process?.versions?.node !== undefined;
