import { Disposable, l10n } from "vscode";
import { chooseProfiles, inEditor } from "./choose.ts";
import type { Desk } from "./context.ts";
import { copyPapers } from "./export-copy.ts";
import type { Papers } from "./export-document.ts";
import { exportPapers } from "./export-file.ts";
import { handedOver } from "./export-handed.ts";
import { printPapers } from "./export-print.ts";

/** Reports and plans as files, on the clipboard, and for printing. */
export function exporting(desk: Desk): Disposable {
  const ofChosen = (name: string, run: (chosen: Papers) => Promise<void>) =>
    desk.command(name, async (...args) => {
      const chosen = await choose(desk, args);
      if (chosen) await run(chosen);
    });
  return Disposable.from(
    ofChosen("exportReport", (chosen) => exportPapers(desk, ["report", "plan"], chosen)),
    ofChosen("copyReport", (chosen) => copyPapers(desk, "report", chosen)),
    ofChosen("printReport", (chosen) => printPapers(desk, "report", chosen)),
  );
}

/** What a menu hands over; else what is shown, as the class that it is shown as; else what the user picks. */
async function choose(desk: Desk, args: readonly unknown[]): Promise<Papers | undefined> {
  const handed = await handedOver(desk, args);
  if (handed.length > 0) return { profiles: handed, classification: null };
  if (desk.shown) return { profiles: [desk.shown], classification: desk.shown.classification };
  const current = await inEditor(desk);
  if (current) return { profiles: [current], classification: null };
  const picked = await chooseProfiles(desk, [], { placeHolder: l10n.t("Choose profiles") });
  return picked && { profiles: picked, classification: null };
}
