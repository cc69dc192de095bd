import { readFile } from "node:fs/promises";
import { codeOf } from "../../host/node/error-code.ts";
import { command, Refusal } from "../command.ts";
import { joinHelp } from "../help/join.ts";
import { joinMessages } from "../messages/join.ts";
import { WRITING } from "../options.ts";
import { joinJson } from "../sharding/json.ts";
import { inOrder, readPart } from "../sharding/result.ts";
import { joinSarif } from "../sharding/sarif.ts";
import { deliver } from "../write.ts";

/** `vendor-profile join`: joins the outputs of `check --shard`. */
export const join = command({
  name: "join",
  operands: { least: 1, most: Number.POSITIVE_INFINITY },
  options: WRITING,
  help: joinHelp,
  run: async ({ operands, values }, context) => {
    const messages = joinMessages[context.language];
    const parts = await Promise.all(
      operands.map(async (path) => {
        const text = await readFile(path, "utf8").catch((error: unknown) => {
          throw new Refusal(messages.unreadable(path, codeOf(error)));
        });
        return readPart(path, text, messages);
      }),
    );
    const all = inOrder(parts, messages);
    const join = all[0]?.format === "sarif" ? joinSarif : joinJson;
    await deliver(join(all, messages), values, context, operands);
    return 0;
  },
});
