/** The sources as trees, for tests about the texts that are written in them. */
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

/** A source, by its path in the project. */
export interface Source {
  readonly path: string;
  readonly file: SourceFile;
}

/** Every source that a pattern finds. Throws where one is in no project. */
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

/** A node and all below it. */
export function* within(node: Node): Generator<Node> {
  const below: Node[] = [];
  node.forEachChild((child) => {
    below.push(child);
  });
  yield node;
  for (const child of below) yield* within(child);
}

/** The text of a literal; of a template, its own parts. Undefined for anything else. */
export function literalText(node: Node): string | undefined {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(" … ");
  return undefined;
}

/** The literals that an expression may come to, constants of the same file included. */
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

/** What the properties, variables and functions that a node stands in are called. */
export function namesAbove(node: Node): string[] {
  const names: string[] = [];
  for (let above: Node | undefined = node.parent; above; above = above.parent) {
    if (!isPropertyAssignment(above) && !isVariableDeclaration(above) && !isFunctionDeclaration(above)) continue;
    if (above.name && isIdentifier(above.name)) names.push(above.name.text);
  }
  return names;
}

/** The place of a node for people: path and line. */
export function placeOf({ path, file }: Source, node: Node): string {
  const line = file.text.slice(0, node.end).split("\n").length;
  return `${path}:${line}`;
}
