import { type Disposable, l10n, Uri } from "vscode";
import { type ClassesAnswer, type NewProfileParams, type ProfileText, requests } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";
import { saveProfile } from "./profile-file.ts";
import { askAll, inWords, oneOf } from "./steps.ts";

/** The command for new profiles. It creates nothing before the last question is answered. */
export function newProfiles(views: ViewContext): Disposable {
  return views.command("newProfile", async (folder) => {
    const answers = await asked(views);
    if (!answers) return;
    const made = await views.request<ProfileText>(requests.newProfile, answers);
    await saveProfile(views, made, folder instanceof Uri ? folder : undefined);
  });
}

async function asked({ request }: ViewContext): Promise<NewProfileParams | undefined> {
  const { classes } = await request<ClassesAnswer>(requests.classes, null);
  return askAll(l10n.t("New Profile"), {
    classification: oneOf(
      l10n.t("The highest class of information that the service handles"),
      classes.map(({ value, title, definition, examples }) => ({
        value,
        label: title,
        description: examples,
        detail: definition.replace(/(?<!\s)\s*\n\s*/g, " "),
      })),
    ),
    vendor: inWords(l10n.t("The name of the vendor"), l10n.t("Enter the name of the vendor.")),
    service: inWords(l10n.t("The name of the service"), l10n.t("Enter the name of the service.")),
  });
}
