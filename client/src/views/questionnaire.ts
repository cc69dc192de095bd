import { type Disposable, l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import { bytesOf } from "../../../protocol/base64.ts";
import { type ClassesAnswer, type FormAnswer, type FormParams, type ProfileRef, requests } from "../../../protocol/requests.ts";
import { inEditor, profileItems } from "./choose.ts";
import type { ViewContext } from "./context.ts";
import { handedOver } from "./export-handed.ts";
import { tellSaved } from "./export-saved.ts";
import { inNotification } from "./notification.ts";
import { saveAs } from "./save.ts";

/** Commands for vendors' questionnaires. */
export function questionnaires(views: ViewContext): Disposable {
  return views.command("exportQuestionnaire", async (...args) => {
    const handed = await handedOver(views, args);
    const [only] = handed;
    const wish = only && handed.length === 1 ? ofProfile(only) : await chosen(views, handed);
    const answer = wish && (await views.request<FormAnswer>(requests.form, wish));
    if (!answer) return;
    if ("refusal" in answer) {
      void window.showErrorMessage(inNotification(answer.refusal));
      return;
    }
    const { name, content, apart } = answer;
    const saved = await saveAs({ name, content: bytesOf(content), filters: { [l10n.t("Excel Workbook")]: ["xlsx"] } });
    if (!saved) return;
    if (apart !== null) void window.showInformationMessage(inNotification(apart));
    await tellSaved(saved);
  });
}

type Item = QuickPickItem & { readonly wish?: FormParams };

/** Asks which questionnaire to make: an empty one for a class, or one filled in from a profile (of `profiles`, if given). */
async function chosen(views: ViewContext, handed: readonly ProfileRef[]): Promise<FormParams | undefined> {
  const profiles = await filled(views, handed);
  const items = handed.length > 0 ? profiles : [...(await empty(views)), ...profiles];
  const placeHolder = l10n.t("Choose which questionnaire to make");
  return (await window.showQuickPick<Item>(items, { placeHolder, matchOnDescription: true, matchOnDetail: true }))?.wish;
}

async function empty({ request }: ViewContext): Promise<Item[]> {
  const { classes } = await request<ClassesAnswer>(requests.classes, null);
  return [
    separator(l10n.t("Empty, for a class")),
    ...classes.map(({ value, title, examples }) => ({
      label: title,
      description: examples,
      wish: { profile: null, classification: value },
    })),
  ];
}

/** Puts the profile shown first. */
async function filled(views: ViewContext, handed: readonly ProfileRef[]): Promise<Item[]> {
  const shown = views.shown ?? (await inEditor(views));
  const isOf = (one: ProfileRef) => (other: ProfileRef) => one.uri === other.uri && one.index === other.index;
  const all = await profileItems(views);
  const wanted = handed.length > 0 ? all.filter(({ profile }) => handed.some(isOf(profile))) : all;
  if (wanted.length === 0) return [];
  const first = wanted.filter(({ profile }) => shown && isOf(shown)(profile));
  const rest = wanted.filter((item) => !first.includes(item));
  return [
    separator(l10n.t("Filled in from a profile")),
    ...[...first, ...rest].map((item) => ({ ...item, wish: ofProfile(item.profile) })),
  ];
}

function ofProfile({ uri, index }: ProfileRef): FormParams {
  return { profile: { uri, index }, classification: null };
}

function separator(label: string): Item {
  return { label, kind: QuickPickItemKind.Separator };
}
