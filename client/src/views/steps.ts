import { type QuickInput, type QuickInputButton, QuickInputButtons, type QuickPickItem, window } from "vscode";

/** A question's position in a series. */
interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly buttons: readonly QuickInputButton[];
}

/** The user chose to go back to the previous question. */
const BACK = Symbol("back");

/** Asks one question, given the previous answer to it in `before`. Returns undefined if the user cancelled. */
export type Question = (place: Place, before: string | undefined) => Promise<string | typeof BACK | undefined>;

/** Asks a series of questions; each offers a way back. Returns undefined if the user cancelled. */
export async function askAll<Name extends string>(
  title: string,
  questions: Readonly<Record<Name, Question>>,
): Promise<Record<Name, string> | undefined> {
  const all = Object.entries<Question>(questions);
  const answers = new Map<string, string>();
  let at = 0;
  for (let next = all[at]; next; next = all[at]) {
    const [name, ask] = next;
    const buttons = at > 0 ? [QuickInputButtons.Back] : [];
    const answer = await ask({ title, step: at + 1, totalSteps: all.length, buttons }, answers.get(name));
    if (answer === undefined) return undefined;
    if (answer !== BACK) answers.set(name, answer);
    at += answer === BACK ? -1 : 1;
  }
  return Object.fromEntries(answers) as Record<Name, string>;
}

/** A question with several possible answers. */
export function oneOf(placeholder: string, items: readonly (QuickPickItem & { readonly value: string })[]): Question {
  return (place, before) => {
    const pick = window.createQuickPick<(typeof items)[number]>();
    Object.assign(pick, { placeholder, items, activeItems: items.filter(({ value }) => value === before) });
    return shown(pick, place, (answer) => pick.onDidAccept(() => answer(pick.activeItems[0]?.value)));
  };
}

/** A question answered with free text; an empty answer is refused. */
export function inWords(prompt: string, empty: string): Question {
  return (place, before = "") => {
    const box = window.createInputBox();
    Object.assign(box, { prompt, value: before });
    return shown(box, place, (answer) => {
      box.onDidChangeValue(() => {
        box.validationMessage = undefined;
      });
      box.onDidAccept(() => {
        if (box.value.trim() === "") box.validationMessage = empty;
        else answer(box.value.trim());
      });
    });
  };
}

/** Shows a question until it is answered or cancelled. */
async function shown(
  input: QuickInput & { buttons: readonly QuickInputButton[]; readonly onDidTriggerButton: (run: () => void) => unknown },
  place: Place,
  listen: (answer: (value: string | undefined) => void) => void,
): Promise<string | typeof BACK | undefined> {
  // stays open while the user looks something up in another window
  Object.assign(input, place, { ignoreFocusOut: true });
  try {
    return await new Promise((resolve) => {
      listen(resolve);
      input.onDidTriggerButton(() => resolve(BACK));
      input.onDidHide(() => resolve(undefined));
      input.show();
    });
  } finally {
    input.dispose();
  }
}
