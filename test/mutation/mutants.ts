import ts from 'typescript'
import { type SourceFile } from '../architecture/source-files'

/** One small change to one file of the law. */
export interface Mutant {
  file: string
  /** Stays the same while its line does: `file | line | change`, and `#2` for the second such change in a file. */
  id: string
  line: number
  /** The whole file with the change. */
  text: string
}

interface Change {
  start: number
  end: number
  becomes: string
}

const { SyntaxKind } = ts

/** Each comparison moves its boundary and turns round; each edge becomes the other one. */
const operators = new Map<ts.SyntaxKind, readonly string[]>([
  [SyntaxKind.LessThanToken, ['<=', '>=']],
  [SyntaxKind.LessThanEqualsToken, ['<', '>']],
  [SyntaxKind.GreaterThanToken, ['>=', '<=']],
  [SyntaxKind.GreaterThanEqualsToken, ['>', '<']],
  [SyntaxKind.EqualsEqualsEqualsToken, ['!==']],
  [SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
  [SyntaxKind.AmpersandAmpersandToken, ['||']],
  [SyntaxKind.BarBarToken, ['&&']],
  [SyntaxKind.PlusToken, ['-']],
  [SyntaxKind.MinusToken, ['+']],
])

const methods = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
])

function changesAt(node: ts.Node, file: ts.SourceFile): Change[] {
  const instead = (of: ts.Node, ...becomes: readonly string[]) =>
    becomes.map((text) => ({ start: of.getStart(file), end: of.end, becomes: text }))
  if (ts.isBinaryExpression(node)) return instead(node.operatorToken, ...(operators.get(node.operatorToken.kind) ?? []))
  if (ts.isNumericLiteral(node)) return instead(node, String(Number(node.text) + 1), String(Number(node.text) - 1))
  if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    return instead(node, node.operand.getText(file))
  }
  if (ts.isPropertyAccessExpression(node) && methods.has(node.name.text)) {
    return instead(node.name, methods.get(node.name.text) ?? '')
  }
  return []
}

/** Types, and the names of things, mean nothing at run time. */
const isSilent = (node: ts.Node) =>
  ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)

function changesOf(file: ts.SourceFile): Change[] {
  const changes: Change[] = []
  const visit = (node: ts.Node): void => {
    if (isSilent(node)) return
    changes.push(...changesAt(node, file))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return changes
}

/** Every mutant of a file, in the order of its text. */
export function mutantsOf({ path, text }: SourceFile): Mutant[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  const lines = text.split('\n')
  const seen = new Map<string, number>()
  return changesOf(file).map(({ start, end, becomes }) => {
    const line = file.getLineAndCharacterOfPosition(start).line
    const name = `${path} | ${(lines[line] ?? '').trim()} | ${text.slice(start, end)} → ${becomes}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    const id = count === 1 ? name : `${name} #${count}`
    return { file: path, id, line: line + 1, text: text.slice(0, start) + becomes + text.slice(end) }
  })
}
