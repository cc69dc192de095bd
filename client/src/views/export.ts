import { Disposable, l10n } from "vscode";
import { chooseProfiles, inEditor } from "./choose.ts";
import type { ViewContext } from "./context.ts";
import { copyDocuments } from "./export-copy.ts";
import type { Documents } from "./export-document.ts";
import { exportDocuments } from "./export-file.ts";
import { handedOver } from "./export-handed.ts";
import { printDocuments } from "./export-print.ts";

/** The commands that export, copy and print reports and plans. */
export function exporting(views: ViewContext): Disposable {
  const ofChosen = (name: string, run: (chosen: Documents) => Promise<void>) =>
    views.command(name, async (...args) => {
      const chosen = await choose(views, args);
      if (chosen) await run(chosen);
    });
  return Disposable.from(
    ofChosen("exportReport", (chosen) => exportDocuments(views, ["report", "plan"], chosen)),
    ofChosen("copyReport", (chosen) => copyDocuments(views, "report", chosen)),
    ofChosen("printReport", (chosen) => printDocuments(views, "report", chosen)),
  );
}

/** The profiles passed by a menu; else the one shown, as the class it is shown as; else those the user chooses. */
async function choose(views: ViewContext, args: readonly unknown[]): Promise<Documents | undefined> {
  const handed = await handedOver(views, args);
  if (handed.length > 0) return { profiles: handed, classification: null };
  if (views.shown) return { profiles: [views.shown], classification: views.shown.classification };
  const current = await inEditor(views);
  if (current) return { profiles: [current], classification: null };
  const picked = await chooseProfiles(views, [], { placeHolder: l10n.t("Choose profiles") });
  return picked && { profiles: picked, classification: null };
}
