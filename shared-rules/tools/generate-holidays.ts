import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { holidayFile, holidayIndex } from './holiday-file'

export const holidayFolder = path.join(__dirname, '../src/calendar/holidays')

export const generatedYears = (): number[] =>
  readdirSync(holidayFolder)
    .filter((name) => /^\d{4}\.ts$/.test(name))
    .map((name) => Number(name.slice(0, 4)))
    .sort()

function generate(years: readonly number[]) {
  for (const year of years) writeFileSync(path.join(holidayFolder, `${year}.ts`), holidayFile(year))
  writeFileSync(path.join(holidayFolder, 'index.ts'), holidayIndex(generatedYears()))
}

if (require.main === module) {
  const asked = process.argv.slice(2).map(Number)
  try {
    generate(asked.length > 0 ? asked : generatedYears())
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
