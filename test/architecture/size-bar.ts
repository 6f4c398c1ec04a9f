import ts from 'typescript'
import { isGenerated, isSpec, isTypeScript, lineCount, type SourceFile } from './source-files'

/** The bar of the house: a reader should be able to hold a file or a function in the head. */
export const sizeBar = { fileLines: 250, medianFileLines: 60, functionLinesP90: 20 }

const isCode = (file: string) => /\.(tsx?|js|cjs|mjs|scss|css|html)$/.test(file)
const isPolicyData = (file: string) => file.startsWith('shared-rules/src/policies/')

/** The value that `share` of the sorted numbers do not exceed; 0 of none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

/** A function with a name of its own; the callbacks inside are part of it. */
const isNamedFunction = (node: ts.Node): boolean =>
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node) ||
  ts.isAccessor(node) ||
  ((ts.isArrowFunction(node) || ts.isFunctionExpression(node)) &&
    (ts.isVariableDeclaration(node.parent) ||
      ts.isPropertyAssignment(node.parent) ||
      ts.isPropertyDeclaration(node.parent)))

export function functionLengths(source: SourceFile): number[] {
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2022, true)
  const line = (position: number) => file.getLineAndCharacterOfPosition(position).line
  const lengths: number[] = []
  const visit = (node: ts.Node): void => {
    if (isNamedFunction(node)) lengths.push(line(node.end) - line(node.getStart(file)) + 1)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return lengths
}

const tooLong = (sources: readonly SourceFile[]) =>
  sources
    .filter((source) => isCode(source.path) && !isPolicyData(source.path) && lineCount(source) > sizeBar.fileLines)
    .map((source) => `${source.path}: ${lineCount(source)} lines, at most ${sizeBar.fileLines}`)

function medianTooLong(sources: readonly SourceFile[]): string[] {
  const code = sources.filter((source) => isTypeScript(source.path) && !isPolicyData(source.path))
  const median = quantile(code.map(lineCount), 0.5)
  return median > sizeBar.medianFileLines ? [`median file: ${median} lines, at most ${sizeBar.medianFileLines}`] : []
}

function functionsTooLong(sources: readonly SourceFile[]): string[] {
  const found = sources
    .filter((source) => isTypeScript(source.path) && !isSpec(source.path))
    .map((source) => ({ path: source.path, lengths: functionLengths(source) }))
  const p90 = quantile(
    found.flatMap((file) => file.lengths),
    0.9,
  )
  if (p90 <= sizeBar.functionLinesP90) return []
  const worst = found
    .map((file) => ({ path: file.path, over: file.lengths.filter((length) => length > sizeBar.functionLinesP90) }))
    .sort((a, b) => b.over.length - a.over.length)
    .slice(0, 10)
    .map((file) => `  ${file.path}: ${file.over.join(', ')}`)
  return [`nine of ten functions: ${p90} lines, at most ${sizeBar.functionLinesP90}; most long ones in`, ...worst]
}

/** What passes the bar of size: single files, the median file, nine of ten functions. Generated files do not count. */
export function sizeProblems(all: readonly SourceFile[]): string[] {
  const sources = all.filter((source) => !isGenerated(source))
  return [...tooLong(sources), ...medianTooLong(sources), ...functionsTooLong(sources)]
}
