import type { CompletionsMessages } from "../messages/completions.ts";
import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import { powershell } from "./powershell.ts";
import type { Table } from "./table.ts";
import { zsh } from "./zsh.ts";

/** The shells, each with the function that writes its completion script. */
export const shells: Readonly<Record<string, (table: Table, messages: CompletionsMessages) => string>> = {
  bash,
  zsh,
  fish,
  powershell,
};
