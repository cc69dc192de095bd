import { commands, Disposable, Uri } from "vscode";
import { requests, type StandardAnswer } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";

/** The commands that open the standard and the walkthrough. */
export function standardCommands({ command, context, request }: ViewContext): Disposable {
  return Disposable.from(
    command("openWalkthrough", () =>
      commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false),
    ),
    command("openStandard", async () => {
      const { uri } = await request<StandardAnswer>(requests.standard, null);
      await commands.executeCommand("markdown.showPreview", Uri.parse(uri));
    }),
  );
}
