/** Whether this runs in Node; it is a web worker otherwise. What only pretends to be `process` has no such version. */
export const isNode = globalThis.process?.versions?.node !== undefined;
