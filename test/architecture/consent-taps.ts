import ts from 'typescript'
import type { SourceFile } from './source-files'

const asker = 'askToSubscribe'

const parse = ({ path, text }: SourceFile) =>
  ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.ES2022,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )

function find(node: ts.Node, wanted: (node: ts.Node) => boolean): ts.Node[] {
  const below: ts.Node[] = []
  ts.forEachChild(node, (child) => void below.push(...find(child, wanted)))
  return wanted(node) ? [node, ...below] : below
}

const isAsking = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === asker

/** The function that a tap runs: what is given as onPress, or called so. */
function isHandler(node: ts.Node): node is ts.ArrowFunction {
  if (!ts.isArrowFunction(node)) return false
  const { parent } = node
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) return parent.name.getText() === 'onPress'
  return ts.isJsxExpression(parent) && ts.isJsxAttribute(parent.parent) && parent.parent.name.getText() === 'onPress'
}

/** What a function evaluates first: down the left of `void a().then(b)` to `a()`. */
function firstOf(body: ts.Node): ts.Node | undefined {
  if (ts.isBlock(body)) return body.statements[0] && firstOf(body.statements[0])
  if (ts.isExpressionStatement(body) || ts.isVoidExpression(body) || ts.isParenthesizedExpression(body))
    return firstOf(body.expression)
  if (ts.isAwaitExpression(body)) return firstOf(body.expression)
  if (isAsking(body)) return body
  if (ts.isCallExpression(body) && ts.isPropertyAccessExpression(body.expression))
    return firstOf(body.expression.expression)
  return undefined
}

/** Its arguments are values that lie ready, or they would be evaluated before it. */
const isReady = (call: ts.CallExpression) =>
  call.arguments.every(
    (given) => find(given, (node) => ts.isCallExpression(node) || ts.isAwaitExpression(node)).length === 0,
  )

function problemOf(call: ts.Node): string | undefined {
  const inner = ts.findAncestor(call, (node) => ts.isFunctionLike(node))
  if (!inner || !isHandler(inner)) return 'is not asked by the handler of a tap itself'
  return firstOf(inner.body) === call && isAsking(call) && isReady(call)
    ? undefined
    : 'comes after something else in its handler'
}

/** Where the person is asked for messages, and not as the first thing in the handler of a tap. */
export const lateAsking = (sources: readonly SourceFile[]): string[] =>
  sources.flatMap((source) => {
    const file = parse(source)
    return find(file, isAsking).flatMap((call) => {
      const problem = problemOf(call)
      const { line } = file.getLineAndCharacterOfPosition(call.getStart(file))
      return problem === undefined ? [] : [`${source.path}:${line + 1}: ${asker} ${problem}`]
    })
  })

/** The files that ask. */
export const askingFiles = (sources: readonly SourceFile[]): string[] =>
  sources.filter((source) => find(parse(source), isAsking).length > 0).map(({ path }) => path)

/** What stands before WeChat's own call in the function that holds it, as far as it could let the tap go by. */
export function waitsBefore(source: SourceFile, api: string): string[] {
  const file = parse(source)
  const calls = find(file, (node) => ts.isCallExpression(node) && node.expression.getText(file).endsWith(`.${api}`))
  return calls.flatMap((call) => {
    const functions = outwards(call).filter((node) => ts.isFunctionLike(node))
    const waiting = (node: ts.Node) =>
      node.getStart(file) < call.getStart(file) &&
      (ts.isAwaitExpression(node) ||
        (ts.isCallExpression(node) && /\.(then|finally)$/.test(node.expression.getText(file))) ||
        isTimer(node))
    return functions.flatMap((one) => find(one, waiting).map((node) => node.getText(file)))
  })
}

const isTimer = (node: ts.Node) =>
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  /^(setTimeout|queueMicrotask)$/.test(node.expression.text)

const outwards = (node: ts.Node): ts.Node[] => (node.parent ? [node.parent, ...outwards(node.parent)] : [])
