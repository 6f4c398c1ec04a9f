import { type SourceFile } from './source-files'

interface ForbiddenWord {
  pattern: RegExp
  why: string
}

const words: readonly ForbiddenWord[] = [
  { pattern: /(?<![\w./])\/(work|root|home|Users)\/[\w.-]+/, why: 'a path of one machine' },
  { pattern: /\.\.\/shared\/(design|reference|seed|hooks)/, why: 'lies outside the repository' },
  { pattern: /\b(TODO|FIXME)\b/, why: 'finish it or file it' },
  { pattern: /\b(describe|test|it)\.(skip|only)\b|\b(xit|xdescribe|fit|fdescribe)\(/, why: 'a test that does not run' },
  { pattern: /eslint-disable(?!.* -- .{10})/, why: 'give the reason after " -- "' },
  { pattern: /@ts-ignore|@ts-nocheck/, why: 'use @ts-expect-error with its reason' },
]

const isText = (file: string) => /\.(tsx?|js|cjs|mjs|json|md|scss|html|ya?ml|sh)$|^\.ci\//.test(file)
const speaksOfThem = /^test\/architecture\//

/** Words that must not stand in the repository, each as `file:line: word (why)`. */
export const wordProblems = (sources: readonly SourceFile[]): string[] =>
  sources
    .filter((source) => isText(source.path) && !speaksOfThem.test(source.path))
    .flatMap((source) =>
      source.text.split('\n').flatMap((line, index) =>
        words.flatMap((word) => {
          const found = word.pattern.exec(line)
          return found ? [`${source.path}:${index + 1}: ${found[0].trim()} (${word.why})`] : []
        }),
      ),
    )

/** Lines of a lockfile that bind it to one registry. */
export const lockfileProblems = (lockfile: SourceFile): string[] =>
  lockfile.text
    .split('\n')
    .flatMap((line, index) =>
      /"resolved": "https?:/.test(line) ? [`${lockfile.path}:${index + 1}: ${line.trim()}`] : [],
    )
    .slice(0, 10)
