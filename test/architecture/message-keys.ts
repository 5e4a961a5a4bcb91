import ts from 'typescript';

/** A place in the code that names a label. */
export interface Use {
  /** One key for each value the code can insert; `*` where the compiler knows no more than “a text”. */
  readonly key: string;
  readonly at: string;
  /** Passed to translate() itself, so it must be a label and not a group of labels. */
  readonly translated: boolean;
}

const KEY = /^[A-Za-z][\w-]*(\.[\w-]+)+$/;
const TRANSLATE = /^(translate|t)$/;

/** The name of a form field looks like a key but is none. */
const isFieldOfForm = (node: ts.Node): boolean =>
  (ts.isJsxAttribute(node) && /^(source|prefix)$/.test(node.name.getText())) ||
  (ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    /^(setValue|getValues|useWatch|watch)$/.test(node.expression.text));

/** The texts an expression can be, as its type says: each member of a union, `*` for any text. */
function textsOf(type: ts.Type, checker: ts.TypeChecker): string[] {
  if (type.isUnion()) return [...new Set(type.types.flatMap((member) => textsOf(member, checker)))];
  if (type.isStringLiteral() || type.isNumberLiteral()) return [String(type.value)];
  if (type.flags & ts.TypeFlags.TemplateLiteral) {
    const { texts, types } = type as ts.TemplateLiteralType;
    return joined(
      texts,
      types.map((part) => textsOf(part, checker)),
    );
  }
  const bound = type.flags & ts.TypeFlags.Instantiable ? checker.getBaseConstraintOfType(type) : undefined;
  if (bound && bound !== type) return textsOf(bound, checker);
  return ['*'];
}

/** `a.${'b' | 'c'}.d` is a.b.d and a.c.d. */
const joined = (texts: readonly string[], parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>(
    (heads, part, at) => heads.flatMap((head) => part.map((value) => head + value + (texts[at + 1] ?? ''))),
    [texts[0] ?? ''],
  );

/** All texts that name a label: the first argument of translate(…), and any text that begins like a key of a room. */
export function usesIn(file: ts.SourceFile, path: string, checker: ts.TypeChecker, roots: ReadonlySet<string>): Use[] {
  const uses: Use[] = [];
  const rooted = (key: string): boolean => roots.has(key.split('.')[0]!);
  const visit = (node: ts.Node, translated: boolean): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    const use = (key: string) => uses.push({ key, translated, at: `${path}:${line}` });
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (isFieldOfForm(node)) return;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && TRANSLATE.test(node.expression.text)) {
      node.arguments.forEach((argument, at) => visit(argument, at === 0));
      return;
    }
    if (ts.isStringLiteralLike(node)) {
      if (translated ? !node.text.includes(' ') : KEY.test(node.text) && rooted(node.text)) use(node.text);
      return;
    }
    if (ts.isTemplateExpression(node)) {
      const texts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
      const begins = /^[A-Za-z][\w-]*\./.test(node.head.text) && rooted(node.head.text);
      if ((translated || begins) && !/[\s/:]/.test(texts.join('')))
        joined(
          texts,
          node.templateSpans.map(({ expression }) => textsOf(checker.getTypeAtLocation(expression), checker)),
        ).forEach(use);
      for (const span of node.templateSpans) visit(span.expression, false);
      return;
    }
    // translate(late ? 'a.b' : 'a.c') uses both labels.
    if (translated && ts.isConditionalExpression(node)) {
      visit(node.condition, false);
      visit(node.whenTrue, true);
      visit(node.whenFalse, true);
      return;
    }
    const inner =
      translated && (ts.isParenthesizedExpression(node) || ts.isBinaryExpression(node) || ts.isAsExpression(node));
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(file, false);
  return uses;
}
