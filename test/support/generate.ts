import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { repository } from '../architecture/source-files'
import { buildSteps } from './builds'
import { type GeneratedDocument } from './drawers'
import { runSteps } from './steps'

/** Loaded late: the drawers need the law and the BFF built. */
async function drawAll(): Promise<GeneratedDocument[]> {
  const { drawers } = await import('./drawers')
  return (await Promise.all(drawers.map((draw) => draw()))).flat()
}

const differs = (document: GeneratedDocument) => {
  const file = path.join(repository, document.path)
  return !existsSync(file) || readFileSync(file, 'utf8') !== document.text
}

/** The documents that no longer say what the code says. Law and BFF must have been built. */
export const generatedDrift = async (): Promise<string[]> =>
  (await drawAll()).filter(differs).map((document) => `${document.path}: run npm run generate`)

async function generate(): Promise<void> {
  const failed = await runSteps(buildSteps('shared-rules', 'bff'))
  if (failed.length > 0) throw new Error(`failed: ${failed.join(', ')}`)
  for (const document of (await drawAll()).filter(differs)) {
    const file = path.join(repository, document.path)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, document.text)
    process.stdout.write(`${document.path}\n`)
  }
}

if (require.main === module) void generate()
