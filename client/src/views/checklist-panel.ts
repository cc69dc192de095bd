import { commands, Disposable, l10n, type TextEditor, type WebviewPanel, window, workspace } from "vscode";
import { type Checklist, type ChecklistAnswer, type ProfileRef, requests } from "../../../protocol/requests.ts";
import type { FromChecklist, ToChecklist } from "../../../protocol/views.ts";
import { goTo, openEvidence } from "./checklist-links.ts";
import { messageOf } from "./checklist-message.ts";
import { profileAt, rowsAt } from "./checklist-places.ts";
import type { Shown, ViewContext } from "./context.ts";
import { latest } from "./latest.ts";
import { fillPanel } from "./panel.ts";

/** The checklist's view. */
export interface ChecklistPanel {
  /** Brings it to the front, with a profile; one that is not chosen gives way to the one that the cursor is in. */
  reveal(profile: ProfileRef, isChosen: boolean): void;
  close(): void;
}

const COMMANDS = {
  export: "vendorProfile.exportReport",
  copy: "vendorProfile.copyReport",
  print: "vendorProfile.printReport",
} as const;

/** Shows checklists in a panel until it is closed. */
export function checklistPanel(views: ViewContext, panel: WebviewPanel, first: Shown, isFirstChosen: boolean): ChecklistPanel {
  const { protocol2CodeConverter: from, code2ProtocolConverter: to } = views.client;
  /** What is to be shown. Whoever changes it updates. */
  let wanted = first;
  /** Whether that was chosen in so many words: it stands until the cursor comes there. */
  let isChosen = isFirstChosen;
  /** What is shown. */
  let checklist: Checklist | undefined;
  /** What was told to be shown. */
  let told: Shown | undefined;
  let isClosed = false;

  const post = (message: ToChecklist) => void panel.webview.postMessage(message);
  const uriOf = ({ document }: TextEditor) => to.asUri(document.uri);

  /** Commands without a profile of their own are for what the active view shows. */
  const tell = (isActive: boolean) => {
    const next = isActive ? wanted : undefined;
    if (next || views.shown === told) views.shown = next;
    told = next;
  };
  const want = (shown: Shown, isWantedSo: boolean) => {
    wanted = shown;
    isChosen = isWantedSo;
    tell(panel.active);
    update();
  };
  const wantProfile = ({ uri, index }: ProfileRef, isWantedSo: boolean) => want({ uri, index, classification: null }, isWantedSo);

  const update = latest(
    async () => {
      // a hidden page is drawn anew when it is seen again, and asks then
      if (isClosed || !panel.visible) return;
      const asked = wanted;
      const answer = await views.ask<ChecklistAnswer>(requests.checklist, asked);
      // where another is wanted by now, that has been asked for
      if (isClosed || asked !== wanted) return;
      checklist = answer ?? undefined;
      if (!checklist) return post({ kind: "gone", text: l10n.t("The profile is not there any more.") });
      const editor = editorOf(checklist);
      if (editor && follow(editor, checklist)) return;
      show(checklist, editor);
      // the server had not heard of the last change
      if (editor && !isOf(checklist, editor)) update();
    },
    (error) => {
      views.log(error);
      // what was shown stands until there is something newer
      if (checklist) show(checklist, editorOf(checklist));
      else post({ kind: "gone", text: l10n.t("The server has stopped") });
    },
  );

  const show = (shown: Checklist, editor: TextEditor | undefined) => {
    panel.title = shown.title;
    post({ kind: "show", checklist: shown });
    mark(editor, shown);
  };

  const editorOf = ({ uri }: Checklist) =>
    [window.activeTextEditor, ...window.visibleTextEditors].find((editor) => editor && uriOf(editor) === uri);

  /** Whether the places that a checklist names are those of the text as it stands. */
  const isOf = ({ version }: Checklist, { document }: TextEditor) => version === null || version === document.version;

  /** Turns to the profile that the cursor is in. Says whether that is another. */
  const follow = (editor: TextEditor, shown: Checklist): boolean => {
    if (!isOf(shown, editor)) return false;
    const index = profileAt(shown, editor.selection.active);
    if (index === undefined || index === shown.index) isChosen = false;
    else if (!isChosen) {
      wantProfile({ uri: shown.uri, index }, false);
      return true;
    }
    return false;
  };

  const mark = (editor: TextEditor | undefined, shown: Checklist) => {
    if (editor && !isOf(shown, editor)) return;
    post({ kind: "cursor", rows: editor ? rowsAt(shown, editor.selection.active) : [] });
  };

  const followEditor = (editor: TextEditor | undefined) => {
    if (editor?.document.languageId !== views.language || editor.viewColumn === undefined) return;
    const uri = uriOf(editor);
    if (uri !== wanted.uri) wantProfile({ uri, index: 0 }, false);
  };

  const act = async (message: FromChecklist): Promise<void> => {
    if (message.kind === "ready") return update();
    if (!checklist) return;
    switch (message.kind) {
      case "goTo":
        return goTo(message, checklist, panel, from);
      case "open":
        return openEvidence(message.href, checklist, panel, from);
      case "assume": {
        const { classification } = message;
        const isOne = checklist.classes.some(({ value }) => value === classification);
        if (classification === null || isOne) want({ ...wanted, classification }, isChosen);
        return;
      }
      case "profile":
        if (checklist.profiles.some(({ index }) => index === message.index)) {
          wantProfile({ uri: checklist.uri, index: message.index }, true);
        }
        return;
      default:
        tell(true);
        await commands.executeCommand(COMMANDS[message.kind]);
    }
  };

  const heard = Disposable.from(
    panel.webview.onDidReceiveMessage(async (said: unknown) => {
      const message = messageOf(said);
      if (!message) return;
      try {
        await act(message);
      } catch (error) {
        views.fail(error);
      }
    }),
    panel.onDidChangeViewState(() => tell(panel.active)),
    views.onDidChange(update),
    window.onDidChangeActiveTextEditor(followEditor),
    // a file that becomes a profile is opened anew, in the same editor
    workspace.onDidOpenTextDocument((document) => {
      if (window.activeTextEditor?.document === document) followEditor(window.activeTextEditor);
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (checklist && uriOf(textEditor) === checklist.uri && !follow(textEditor, checklist)) mark(textEditor, checklist);
    }),
  );
  panel.onDidDispose(() => {
    isClosed = true;
    heard.dispose();
    tell(false);
  });

  fillPanel(panel, views.context.extensionUri, "checklist");
  tell(panel.active);
  return {
    reveal(profile, isWantedSo) {
      panel.reveal(undefined, true);
      wantProfile(profile, isWantedSo);
    },
    close: () => panel.dispose(),
  };
}
