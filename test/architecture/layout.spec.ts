import { folderProblems, topLevelProblems } from './layout'
import { filesOf, repository } from './source-files'

describe('the layout', () => {
  test('a folder that the top level does not have is named', () => {
    expect(topLevelProblems(['bff', 'README.md', 'scripts'])).toEqual(['scripts: not in the layout of the top level'])
  })

  test.each(['utils', 'common', 'helpers', 'core', 'lib', 'services'])('a folder called %s is named', (name) => {
    expect(folderProblems([`bff/src/${name}/deep/file.ts`, 'bff/src/main.ts'])).toEqual([
      `bff/src/${name}/: name the folder after what it holds`,
    ])
  })

  test('the repository has no such folder', () => {
    expect(folderProblems(filesOf(repository))).toEqual([])
  })
})
