import { type TabGroup, TabInputText, type Uri, ViewColumn, type WebviewPanel, window } from "vscode";

/** The column for a text so that the view stays visible: where the text is already open, else beside the view. */
export function columnBeside(panel: WebviewPanel, uri: Uri): ViewColumn {
  const others = window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== panel.viewColumn);
  const own = others.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );
  return (own ?? others[0])?.viewColumn ?? ViewColumn.Beside;
}

/** The column for something wide: never in place of a view beside a text. */
export function mainColumn(): ViewColumn {
  const { all, activeTabGroup } = window.tabGroups;
  const hasText = ({ activeTab }: TabGroup) => activeTab?.input instanceof TabInputText;
  return (hasText(activeTabGroup) ? activeTabGroup : (all.find(hasText) ?? activeTabGroup)).viewColumn;
}
