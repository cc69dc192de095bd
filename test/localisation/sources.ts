/** The sources as syntax trees, for tests about the literals in them. */
import { fileURLToPath } from "node:url";
import { globbySync } from "globby";
import {
  isBinaryExpression,
  isConditionalExpression,
  isFunctionDeclaration,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isParenthesizedExpression,
  isPropertyAssignment,
  isStringLiteral,
  isTemplateExpression,
  isVariableDeclaration,
  type Node,
  type SourceFile,
} from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The syntax tree of a source, and its path in the repository. */
export interface Source {
  readonly path: string;
  readonly file: SourceFile;
}

/** The sources that a glob matches, sorted by path. Throws if one belongs to no TypeScript project. */
export function sourcesIn(pattern: string): Source[] {
  const paths = globbySync(pattern, { cwd: root, ignore: ["**/node_modules/**", "**/*.d.ts", "**/generated/**"] }).sort();
  const api = new API({ cwd: root });
  try {
    const projects = ["tsconfig.json", "client/webviews/tsconfig.json"].map((path) => root + path);
    const programs = api.updateSnapshot({ openProjects: projects }).getProjects();
    return paths.map((path) => {
      const file = programs.map(({ program }) => program.getSourceFile(root + path)).find((file) => file !== undefined);
      if (!file) throw new Error(`${path} is in no project`);
      return { path, file };
    });
  } finally {
    api.close();
  }
}

/** A node and all its descendants. */
export function* within(node: Node): Generator<Node> {
  const below: Node[] = [];
  node.forEachChild((child) => {
    below.push(child);
  });
  yield node;
  for (const child of below) yield* within(child);
}

/** The text of a literal; for a template its fixed parts, joined by ellipses. Undefined for any other node. */
export function literalText(node: Node): string | undefined {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(" … ");
  return undefined;
}

/** The literals that an expression may evaluate to, through constants of the same file. */
export function literalsOf(node: Node): Node[] {
  if (literalText(node) !== undefined) return [node];
  if (isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (isBinaryExpression(node)) return [...literalsOf(node.left), ...literalsOf(node.right)];
  if (isIdentifier(node)) return constantNamed(node.text, node.getSourceFile());
  return [];
}

function constantNamed(name: string, file: SourceFile): Node[] {
  for (const node of within(file)) {
    if (isVariableDeclaration(node) && isIdentifier(node.name) && node.name.text === name && node.initializer) {
      return literalText(node.initializer) === undefined ? [] : [node.initializer];
    }
  }
  return [];
}

/** The names of the properties, variables and functions that contain a node, innermost first. */
export function namesAbove(node: Node): string[] {
  const names: string[] = [];
  for (let above: Node | undefined = node.parent; above; above = above.parent) {
    if (!isPropertyAssignment(above) && !isVariableDeclaration(above) && !isFunctionDeclaration(above)) continue;
    if (above.name && isIdentifier(above.name)) names.push(above.name.text);
  }
  return names;
}

/** The path and the line of a node, for messages. */
export function placeOf({ path, file }: Source, node: Node): string {
  const line = file.text.slice(0, node.end).split("\n").length;
  return `${path}:${line}`;
}
