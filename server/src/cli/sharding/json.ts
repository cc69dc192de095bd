import { jsonText } from "../../core/text/json-text.ts";
import { Refusal } from "../command.ts";
import type { JoinMessages } from "../messages/join.ts";
import { listAt, numberAt, objectAt } from "../unread-json.ts";
import type { ShardResult } from "./result.ts";

/** The joined JSON document, to the byte what `check --format json` writes without shards. */
export function joinJson(parts: readonly ShardResult[], messages: JoinMessages): string {
  const read = parts.map(({ path, content }) => {
    const broken = (place: string) => new Refusal(messages.broken(path, place));
    const summary = objectAt(content, "summary", "", broken);
    const counts = Object.keys(summary).map((key) => [key, numberAt(summary, key, "/summary", broken)] as const);
    return { files: listAt(content, "files", "", broken), counts };
  });
  const { shard: _, ...rest } = parts[0]?.content ?? {};
  const summary: Record<string, number> = {};
  for (const [key, count] of read.flatMap(({ counts }) => counts)) summary[key] = (summary[key] ?? 0) + count;
  return `${jsonText({ ...rest, files: read.flatMap(({ files }) => files), summary })}\n`;
}
