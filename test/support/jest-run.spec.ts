import path from 'node:path'
import { repository } from '../architecture/source-files'
import { readReport } from './jest-run'

const file = (status: string, ...tests: [string, string][]) => ({
  name: path.join(repository, 'bff/src/a.spec.ts'),
  status,
  message: '',
  assertionResults: tests.map(([title, state]) => ({ title, fullName: `group ${title}`, status: state })),
})

describe('the reading of a jest report', () => {
  test('titles of passed tests are kept, and each test that did not run is named with its file', () => {
    const testResults = [file('passed', ['[danger 34] x', 'passed'], ['y', 'pending'], ['z', 'todo'])]
    expect(readReport({ numPassedTests: 1, numFailedTests: 0, testResults })).toEqual({
      passed: 1,
      failed: 0,
      passedTitles: ['[danger 34] x'],
      skipped: ['bff/src/a.spec.ts: group y', 'bff/src/a.spec.ts: group z'],
    })
  })

  test('a file that cannot even be loaded counts as a failure', () => {
    expect(readReport({ numPassedTests: 3, numFailedTests: 1, testResults: [file('failed')] }).failed).toBe(2)
  })
})
