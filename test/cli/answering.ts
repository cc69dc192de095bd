import { stripVTControlCharacters } from "node:util";

/** What is shown, whatever the width at which it is broken. */
export const plain = (shown: string) => stripVTControlCharacters(shown).replace(/[\s│]/g, "");

/** A reader of a terminal's output that answers each question once it is asked. */
export function answering(answers: readonly (readonly [question: string, keys: string])[], press: (keys: string) => void) {
  const left = [...answers];
  let shown = "";
  return (chunk: unknown) => {
    shown += String(chunk);
    const [next] = left;
    if (!next || !plain(shown).includes(plain(next[0]))) return;
    shown = "";
    left.shift();
    // a prompt shows itself before it listens
    setImmediate(() => press(next[1]));
  };
}
