import { jsonText } from "../../core/text/json-text.ts";
import { Refusal } from "../command.ts";
import { SARIF } from "../formats/sarif.ts";
import type { JoinMessages } from "../messages/join.ts";
import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from "../unread-json.ts";
import type { Broken, ShardResult } from "./result.ts";

/** The joined SARIF log, to the byte what `check --format sarif` writes without shards. */
export function joinSarif(parts: readonly ShardResult[], messages: JoinMessages): string {
  const joined = new JoinedRun();
  for (const { path, content } of parts) joined.add(content, (place) => new Refusal(messages.broken(path, `/runs/0${place}`)));
  return `${jsonText({ ...SARIF, runs: [joined.run(parts[0]?.content ?? {})] })}\n`;
}

class JoinedRun {
  readonly #rules = new Map<string, unknown>();
  readonly #artifacts: unknown[] = [];
  readonly #results: JsonObject[] = [];
  readonly #notifications: JsonObject[] = [];
  readonly #verdicts: Record<string, number> = {};
  #isSuccessful = true;

  add(run: JsonObject, broken: Broken): void {
    const driver = objectAt(objectAt(run, "tool", "", broken), "driver", "/tool", broken);
    for (const [index, rule] of listAt(driver, "rules", "/tool/driver", broken).entries()) {
      const id = textAt(rule, "id", `/tool/driver/rules/${index}`, broken);
      if (!this.#rules.has(id)) this.#rules.set(id, rule);
    }
    const numbers = new Map([...this.#rules.keys()].map((id, index) => [id, index]));
    const offset = this.#artifacts.length;
    this.#artifacts.push(...listAt(run, "artifacts", "", broken));
    const placesOf = (parent: JsonObject, key: string, at: string) => listAt(parent, key, at, broken).map(moved(offset));
    for (const [index, result] of listAt(run, "results", "", broken).entries()) {
      const at = `/results/${index}`;
      const ruleIndex = numbers.get(textAt(result, "ruleId", at, broken));
      if (ruleIndex === undefined || !isObject(result)) throw broken(`${at}/ruleId`);
      const [locations, relatedLocations] = ["locations", "relatedLocations"].map((key) => placesOf(result, key, at));
      this.#results.push({ ...result, ruleIndex, locations, relatedLocations });
    }
    for (const [index, invocation] of listAt(run, "invocations", "", broken).entries()) {
      const at = `/invocations/${index}`;
      const notifications = listAt(invocation, "toolExecutionNotifications", at, broken).filter(isObject);
      if (notifications.length > 0) this.#isSuccessful = false;
      const place = `${at}/toolExecutionNotifications`;
      this.#notifications.push(...notifications.map((one) => ({ ...one, locations: placesOf(one, "locations", place) })));
    }
    const verdicts = objectAt(objectAt(run, "properties", "", broken), "verdicts", "/properties", broken);
    for (const key of Object.keys(verdicts)) {
      this.#verdicts[key] = (this.#verdicts[key] ?? 0) + numberAt(verdicts, key, "/properties/verdicts", broken);
    }
  }

  /** @param first the run of one part, for everything that all parts share */
  run({ automationDetails: _, ...first }: JsonObject): JsonObject {
    const { shard: __, ...properties } = first.properties as JsonObject;
    const { driver } = first.tool as { readonly driver: JsonObject };
    return {
      ...first,
      tool: { driver: { ...driver, rules: [...this.#rules.values()] } },
      invocations: [{ executionSuccessful: this.#isSuccessful, toolExecutionNotifications: this.#notifications }],
      artifacts: this.#artifacts,
      results: this.#results,
      properties: { ...properties, verdicts: this.#verdicts },
    };
  }
}

/** Makes a function that adds an offset to the artifact index of a location. */
function moved(offset: number): (location: unknown) => unknown {
  return (location) => {
    const place = isObject(location) ? location.physicalLocation : undefined;
    const artifact = isObject(place) ? place.artifactLocation : undefined;
    if (!isObject(location) || !isObject(place) || !isObject(artifact) || typeof artifact.index !== "number") return location;
    const artifactLocation = { ...artifact, index: artifact.index + offset };
    return { ...location, physicalLocation: { ...place, artifactLocation } };
  };
}
