import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { drawStates } from '../../bff/src/applications/table/draw'
import { edges } from '../../bff/src/applications/table/table'
import { repository } from '../architecture/source-files'

export interface GeneratedDocument {
  /** Relative to the repository. */
  path: string
  text: string
}

/** Draws documents from the code that they speak of. */
type Drawer = () => Promise<readonly GeneratedDocument[]> | readonly GeneratedDocument[]

const drawers: readonly Drawer[] = [() => [{ path: 'docs/states.md', text: drawStates(edges) }]]

const drawAll = async () => (await Promise.all(drawers.map((draw) => draw()))).flat()

const differs = (document: GeneratedDocument) => {
  const file = path.join(repository, document.path)
  return !existsSync(file) || readFileSync(file, 'utf8') !== document.text
}

/** The documents that no longer say what the code says. */
export const generatedDrift = async (): Promise<string[]> =>
  (await drawAll()).filter(differs).map((document) => `${document.path}: run npm run generate`)

async function generate(): Promise<void> {
  for (const document of (await drawAll()).filter(differs)) {
    const file = path.join(repository, document.path)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, document.text)
    process.stdout.write(`${document.path}\n`)
  }
}

if (require.main === module) void generate()
