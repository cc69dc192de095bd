import { commands, Disposable, l10n, type TextEditor, type WebviewPanel, window, workspace } from "vscode";
import { type Checklist, type ChecklistAnswer, type ProfileRef, requests } from "../../../protocol/requests.ts";
import type { FromChecklist, ToChecklist } from "../../../protocol/views.ts";
import { goTo, openEvidence } from "./checklist-links.ts";
import { messageOf } from "./checklist-message.ts";
import { profileAt, rowsAt } from "./checklist-places.ts";
import type { Shown, ViewContext } from "./context.ts";
import { latest } from "./latest.ts";
import { fillPanel } from "./panel.ts";

/** The checklist's panel. */
export interface ChecklistPanel {
  /** Reveals it with a profile. A profile that the user did not choose is replaced by the one at the cursor. */
  reveal(profile: ProfileRef, isChosen: boolean): void;
  close(): void;
}

const COMMANDS = {
  export: "vendorProfile.exportReport",
  copy: "vendorProfile.copyReport",
  print: "vendorProfile.printReport",
} as const;

/** Shows checklists in a panel, until the panel is closed. */
export function checklistPanel(views: ViewContext, panel: WebviewPanel, first: Shown, isFirstChosen: boolean): ChecklistPanel {
  const { protocol2CodeConverter: from, code2ProtocolConverter: to } = views.client;
  /** The profile to show. Call `update` after changing it. */
  let wanted = first;
  /** Whether the user chose it explicitly: it stays until the cursor reaches it. */
  let isChosen = isFirstChosen;
  /** The checklist shown. */
  let checklist: Checklist | undefined;
  /** The profile last shown by request. */
  let told: Shown | undefined;
  let isClosed = false;

  const post = (message: ToChecklist) => void panel.webview.postMessage(message);
  const uriOf = ({ document }: TextEditor) => to.asUri(document.uri);

  /** Commands started without a profile use the one that the active view shows. */
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
      // a hidden page is recreated when shown again, and asks then
      if (isClosed || !panel.visible) return;
      const asked = wanted;
      const answer = await views.request<ChecklistAnswer>(requests.checklist, asked);
      // superseded: a newer request is under way
      if (isClosed || asked !== wanted) return;
      checklist = answer ?? undefined;
      if (!checklist) return post({ kind: "gone", text: l10n.t("The profile no longer exists.") });
      const editor = editorOf(checklist);
      if (editor && follow(editor, checklist)) return;
      show(checklist, editor);
      // the server has not received the last change yet
      if (editor && !isOf(checklist, editor)) update();
    },
    (error) => {
      views.log(error);
      // keep the old checklist until a newer one arrives
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

  /** Whether a checklist's ranges match the current text. */
  const isOf = ({ version }: Checklist, { document }: TextEditor) => version === null || version === document.version;

  /** Switches to the profile at the cursor. Returns whether it is a different one. */
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
    // changing the language id to profile reopens the document in the same editor
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
