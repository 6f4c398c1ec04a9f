import { readFileSync } from 'node:fs'
import path from 'node:path'
import { generatedYears, holidayFolder } from './generate-holidays'
import { holidayFile, holidayIndex } from './holiday-file'

const stored = (name: string) => readFileSync(path.join(holidayFolder, name), 'utf8')

describe('the holiday files', () => {
  test.each(generatedYears())('%i is what the generator writes today', (year) => {
    expect(stored(`${year}.ts`)).toBe(holidayFile(year))
  })

  test('the index lists every year that has a file', async () => {
    expect(generatedYears()).toContain(2023)
    expect(stored('index.ts')).toBe(holidayIndex(generatedYears()))
  })

  test('a year without a notice to cite is refused', () => {
    expect(() => holidayFile(2099)).toThrow('2099: no notice to cite')
  })
})
