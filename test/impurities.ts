import ts from "typescript";

/** Functions whose last bits differ between Node and Chromium, and the one that is chance. */
const MATH = new Set(["pow", "sin", "cos", "tan", "asin", "acos", "sinh", "cosh", "random"]);
/** Names of the world outside. */
const WORLD = new Set(["console", "performance", "process", "globalThis", "fetch", "crypto"]);
const LOCALE = new Set(["toLocaleString", "toLocaleDateString", "toLocaleTimeString"]);

/** A thing that a pure layer must not do, and where. */
export interface Impurity {
  readonly line: number;
  readonly what: string;
}

/** Whether an identifier stands for the value of that name, and not for a member or a label. */
function refers(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isQualifiedName(parent)
  );
}

const isNamed = (node: ts.Node | undefined, name: string): boolean =>
  node !== undefined && ts.isIdentifier(node) && node.text === name;

/** The names taken from Math at a node: a member, or a pattern. */
function mathNames(node: ts.Node): string[] {
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, "Math")) {
    return [node.name.text];
  }
  if (ts.isElementAccessExpression(node) && isNamed(node.expression, "Math")) {
    const { argumentExpression: name } = node;
    return ts.isStringLiteralLike(name) ? [name.text] : [];
  }
  if (ts.isVariableDeclaration(node) && isNamed(node.initializer, "Math")) {
    if (!ts.isObjectBindingPattern(node.name)) return [];
    return node.name.elements.map(({ name, propertyName }) => (propertyName ?? name).getText());
  }
  return [];
}

function callOf(node: ts.Node): string[] {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
  if ((node.arguments?.length ?? 0) > 0) return [];
  const { expression } = node;
  if (isNamed(expression, "Date")) return [ts.isNewExpression(node) ? "new Date()" : "Date()"];
  if (!ts.isPropertyAccessExpression(expression)) return [];
  if (isNamed(expression.expression, "Intl")) return [`Intl.${expression.name.text}()`];
  return LOCALE.has(expression.name.text) ? [`${expression.name.text}()`] : [];
}

function at(node: ts.Node): string[] {
  const { AsteriskAsteriskToken: power, AsteriskAsteriskEqualsToken: powerEquals } =
    ts.SyntaxKind;
  if (node.kind === power || node.kind === powerEquals) return ["**"];
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, "Date")) {
    return node.name.text === "now" ? ["Date.now"] : [];
  }
  if (ts.isIdentifier(node)) return WORLD.has(node.text) && refers(node) ? [node.text] : [];
  const math = mathNames(node).filter((name) => MATH.has(name));
  return [...math.map((name) => `Math.${name}`), ...callOf(node)];
}

/**
 * What a pure layer must not use, in the syntax of a file, so that comments and strings do not count:
 * clocks, chance, process, console, powers and trigonometry, and the reader's own locale.
 */
export function impurities(path: string, text: string): Impurity[] {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind);
  const found: Impurity[] = [];
  const visit = (node: ts.Node): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push(...at(node).map((what) => ({ line, what })));
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}
