const ENDING: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Does something short to its end: a signal that ends the process takes effect afterwards. */
export async function uninterrupted<T>(act: () => Promise<T>): Promise<T> {
  let received: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals) => {
    received = signal;
  };
  const others = ENDING.map((signal) => [signal, process.rawListeners(signal)] as const);
  for (const signal of ENDING) process.removeAllListeners(signal).on(signal, hold);
  try {
    return await act();
  } finally {
    for (const [signal, listeners] of others) {
      process.off(signal, hold);
      for (const listener of listeners) process.on(signal, listener as NodeJS.SignalsListener);
    }
    if (received && !process.emit(received, received)) process.kill(process.pid, received);
  }
}
