import {
  type Command,
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ProfileGroup, ProfileItem } from "../../../protocol/requests.ts";
import { iconOf } from "./profiles-icons.ts";

/** A verdict, or a profile with that verdict. Menus pass the clicked node: profiles have a URI and an index, groups do not. */
export type ProfilesElement = ProfileGroup | ProfileItem;

/** The profiles, grouped by verdict. */
export class ProfilesTree implements TreeDataProvider<ProfilesElement>, Disposable {
  readonly #changes = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #client: BaseLanguageClient;
  readonly #first: Promise<void>;
  #isFirst: () => void = () => {};
  /** Empty before the first answer. */
  #groups: readonly ProfileGroup[] = [];
  #groupOf: ReadonlyMap<ProfilesElement, ProfileGroup> = new Map();
  /** The URIs of files with several profiles. */
  #shared: ReadonlySet<string> = new Set();

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#first = new Promise((resolve) => {
      this.#isFirst = resolve;
    });
  }

  /** Replaces the profiles shown. */
  show(groups: readonly ProfileGroup[]): void {
    this.#groups = groups;
    this.#groupOf = new Map(groups.flatMap((group) => group.profiles.map((item) => [item, group] as const)));
    this.#shared = new Set(groups.flatMap(({ profiles }) => profiles.filter(({ index }) => index > 0).map(({ uri }) => uri)));
    this.#isFirst();
    this.#changes.fire();
  }

  async getChildren(element?: ProfilesElement): Promise<ProfilesElement[]> {
    if (element) return isGroup(element) ? [...element.profiles] : [];
    await this.#first;
    return [...this.#groups];
  }

  getTreeItem(element: ProfilesElement): TreeItem {
    return isGroup(element) ? groupItem(element) : this.#profileItem(element);
  }

  /** Adds the tooltip only when an item is hovered: tooltips are long. */
  resolveTreeItem(treeItem: TreeItem, element: ProfilesElement): TreeItem {
    if (!isGroup(element)) treeItem.tooltip = element.tooltip;
    return treeItem;
  }

  getParent(element: ProfilesElement): ProfileGroup | undefined {
    return this.#groupOf.get(element);
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #profileItem(element: ProfileItem): TreeItem {
    const { uri, index, label, description, verdict } = element;
    const treeItem = new TreeItem(label);
    treeItem.id = `${uri}#${index}`;
    treeItem.description = description;
    treeItem.iconPath = iconOf(verdict);
    treeItem.contextValue = verdict === "unread" ? "unread" : "profile";
    treeItem.command = this.#open(element);
    const spoken = [label, this.getParent(element)?.title, description].filter(Boolean).join(", ");
    treeItem.accessibilityInformation = { label: spoken };
    return treeItem;
  }

  /** Opens a file like the explorer does; at the profile if the file holds several, else at the last cursor position. */
  #open({ uri, position: { line, character } }: ProfileItem): Command {
    const selection = new Range(line, character, line, character);
    const options = this.#shared.has(uri) ? [{ selection }] : [];
    const address = this.#client.protocol2CodeConverter.asUri(uri);
    return { command: "vscode.open", title: l10n.t("Open"), arguments: [address, ...options] };
  }
}

function groupItem({ verdict, title, profiles: { length } }: ProfileGroup): TreeItem {
  const treeItem = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  treeItem.id = verdict;
  treeItem.description = String(length);
  treeItem.contextValue = "group";
  treeItem.accessibilityInformation = { label: `${title}, ${length}` };
  return treeItem;
}

function isGroup(element: ProfilesElement): element is ProfileGroup {
  return "profiles" in element;
}
