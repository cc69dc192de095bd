import { command, UsageError } from "../command.ts";
import { schemaHelp } from "../help/schema.ts";
import { WRITING } from "../options.ts";
import { deliver } from "../write.ts";

const KINDS = ["profile", "config"] as const;

/** `vendor-profile schema`: prints a JSON Schema that comes with the product. */
export const schema = command({
  name: "schema",
  operands: { least: 0, most: 1, words: KINDS },
  options: WRITING,
  help: schemaHelp,
  run: async ({ operands: [asked = "profile"], values }, context) => {
    const kind = KINDS.find((kind) => kind === asked);
    if (!kind) throw new UsageError(context.messages.badValue("schema", asked, KINDS.join(" | ")));
    const { schemas } = await import("../schemas.ts");
    await deliver(schemas[kind], values, context);
    return 0;
  },
});
