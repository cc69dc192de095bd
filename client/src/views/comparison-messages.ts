import type { ProfileRef } from "../../../protocol/requests.ts";
import type { FromComparison } from "../../../protocol/views.ts";

/** A message from the page, if it is a valid one. */
export function fromComparison(message: unknown): FromComparison | undefined {
  const { kind, service } = fieldsOf(message);
  switch (kind) {
    case "ready":
    case "export":
    case "copy":
    case "print":
      return { kind };
    case "open":
    case "remove": {
      const [profile] = refsOf([service]);
      return profile && { kind, service: profile };
    }
    default:
      return undefined;
  }
}

/** The profiles that a page's saved state names. */
export function profilesOfState(state: unknown): ProfileRef[] {
  const { profiles } = fieldsOf(state);
  return Array.isArray(profiles) ? refsOf(profiles) : [];
}

function refsOf(profiles: readonly unknown[]): ProfileRef[] {
  return profiles.flatMap((profile) => {
    const { uri, index } = fieldsOf(profile);
    return typeof uri === "string" && isIndex(index) ? [{ uri, index }] : [];
  });
}

const isIndex = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
