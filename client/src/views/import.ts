import { type Disposable, l10n, Uri, window, workspace } from "vscode";
import { base64Of } from "../../../protocol/base64.ts";
import { MAX_MEBIBYTES } from "../../../protocol/file-system.ts";
import { type ImportAnswer, type ImportParams, requests } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";
import { tellProblems } from "./import-problems.ts";
import { inNotification } from "./notification.ts";
import { saveProfile } from "./profile-file.ts";
import { reasonOf } from "./save.ts";

/** The command that imports questionnaires. */
export function importing(views: ViewContext): Disposable {
  return views.command("importQuestionnaire", async (handed) => {
    const file = handed instanceof Uri ? handed : await chosen();
    const content = file && (await contentOf(file));
    if (!content) return;
    const params: ImportParams = { name: nameOf(file), content };
    const answer = await views.request<ImportAnswer>(requests.importForm, params);
    if ("refusal" in answer) refuse(file, answer.refusal);
    else {
      const saved = await saveProfile(views, answer, Uri.joinPath(file, ".."));
      if (saved) await tellProblems(saved, answer);
    }
  });
}

async function chosen(): Promise<Uri | undefined> {
  const filters = { [l10n.t("Excel Workbook")]: ["xlsx"] };
  const files = await window.showOpenDialog({ title: l10n.t("Choose a questionnaire"), openLabel: l10n.t("Import"), filters });
  return files?.[0];
}

/** A file's bytes in base64. Shows an error and returns undefined if the file is too large or unreadable. */
async function contentOf(file: Uri): Promise<string | undefined> {
  try {
    const { size } = await workspace.fs.stat(file);
    if (size <= MAX_MEBIBYTES * 1024 * 1024) return base64Of(await workspace.fs.readFile(file));
    refuse(file, l10n.t("The file is too large for a questionnaire (at most {0} MiB).", MAX_MEBIBYTES));
  } catch (error) {
    refuse(file, reasonOf(error));
  }
  return undefined;
}

function refuse(file: Uri, reason: string): void {
  void window.showErrorMessage(inNotification(`${nameOf(file)}: ${reason}`));
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
