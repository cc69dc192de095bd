import type { FromChecklist } from "../../../protocol/views.ts";

type Checks = { readonly [Kind in FromChecklist["kind"]]: (message: Record<string, unknown>) => boolean };

const isPlain = () => true;

const checks: Checks = {
  ready: isPlain,
  goTo: ({ no, place }) => typeof no === "string" && (place === null || Number.isInteger(place)),
  assume: ({ classification }) => classification === null || typeof classification === "string",
  profile: ({ index }) => Number.isInteger(index),
  open: ({ href }) => typeof href === "string",
  export: isPlain,
  copy: isPlain,
  print: isPlain,
};

/** A message from the page, if it is a valid one. */
export function messageOf(said: unknown): FromChecklist | undefined {
  if (typeof said !== "object" || said === null) return undefined;
  const message = said as Record<string, unknown>;
  const { kind } = message;
  const isOne = typeof kind === "string" && Object.hasOwn(checks, kind) && checks[kind as keyof Checks](message);
  return isOne ? (message as unknown as FromChecklist) : undefined;
}
