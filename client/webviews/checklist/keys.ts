/** The action of a key on a row. */
export type KeyAction =
  | { readonly kind: "goTo" }
  | { readonly kind: "open"; readonly isOpen: boolean }
  | { readonly kind: "move"; readonly to: (from: number, count: number) => number };

const move = (to: (from: number, count: number) => number): KeyAction => ({ kind: "move", to });

/** The action of a key on an open or closed row; undefined for keys that the view does not handle. */
export function keyAction(key: string, isOpen: boolean): KeyAction | undefined {
  switch (key) {
    case "Enter":
      return { kind: "goTo" };
    case " ":
      return { kind: "open", isOpen: !isOpen };
    case "ArrowRight":
      return { kind: "open", isOpen: true };
    case "ArrowLeft":
      return { kind: "open", isOpen: false };
    case "ArrowDown":
      return move((from, count) => Math.min(from + 1, count - 1));
    case "ArrowUp":
      return move((from) => Math.max(from - 1, 0));
    case "Home":
      return move(() => 0);
    case "End":
      return move((_, count) => count - 1);
    default:
      return undefined;
  }
}
