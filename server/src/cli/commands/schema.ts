import { command, UsageError } from "../command.ts";
import { schemaHelp } from "../help/schema.ts";
import { WRITING } from "../options.ts";
import { deliver } from "../write.ts";

const KINDS = ["profile", "config"] as const;

/** `vendor-profile schema`: prints a JSON Schema. */
export const schema = command({
  name: "schema",
  operands: { least: 0, most: 1, words: KINDS },
  options: WRITING,
  help: schemaHelp,
  run: async ({ operands: [name = "profile"], values }, context) => {
    const kind = KINDS.find((kind) => kind === name);
    if (!kind) throw new UsageError(context.messages.badValue("schema", name, KINDS.join(" | ")));
    const { schemas } = await import("../schemas.ts");
    await deliver(schemas[kind], values, context);
    return 0;
  },
});
