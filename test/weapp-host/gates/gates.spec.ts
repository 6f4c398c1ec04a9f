import fs from 'node:fs'
import path from 'node:path'
import { mutant, tinyApp } from '../fixtures/tiny-app'
import { distProblems } from './check-dist'
import { packageSizes } from './packages'
import { wxmlProblems } from './wxml'

const made: string[] = []
afterAll(() => made.forEach((folder) => fs.rmSync(folder, { recursive: true })))
const changed = (file: string, change: (source: string) => string) => {
  const root = mutant(tinyApp, file, change)
  made.push(root)
  return root
}
const replace = (from: string, to: string) => (source: string) => source.replace(from, to)
const add = (more: string) => (source: string) => `${source}\n${more}`

test('a sound build has no problems', () => {
  expect(distProblems(tinyApp)).toEqual([])
  expect(wxmlProblems(tinyApp)).toEqual([])
})

test('each package is measured by itself, and all together', () => {
  const { main, subpackages, total } = packageSizes(tinyApp)
  expect(Object.keys(subpackages)).toEqual(['more/'])
  expect(total).toBe(main + (subpackages['more/'] ?? 0))
})

test.each<[fault: string, words: string | RegExp, file: string, change: (source: string) => string]>([
  ['the main package is too big', /main package has \d+ bytes/, 'app.js', add(`//${'x'.repeat(1.8 * 1024 * 1024)}`)],
  [
    'a subpackage is too big',
    /more\/ has \d+ bytes/,
    'more/detail/index.js',
    add(`//${'x'.repeat(1.8 * 1024 * 1024)}`),
  ],
  ['a page has no files', 'more/gone/index.js is missing', 'app.json', replace('detail/index', 'gone/index')],
  ['all code is loaded at once', /lazyCodeLoading/, 'app.json', replace('requiredComponents', 'none')],
  ['a tab has a colour by name', 'tabBar.color must be #rrggbb', 'app.json', replace('#5C6470', 'red')],
  [
    'there is one tab only',
    'tabBar: 2 to 5 tabs',
    'app.json',
    replace('{ "pagePath": "pages/home/index", "text": "首页" },', ''),
  ],
  [
    'a tab leads into a subpackage',
    /not in the main package/,
    'app.json',
    replace('"pagePath": "pages/mine', '"pagePath": "more/detail'),
  ],
  [
    'a tab has no icon file',
    'tabBar: no icon a.png',
    'app.json',
    replace('"text": "首页"', '"text": "首页", "iconPath": "a.png"'),
  ],
  ['the place is asked for undeclared', /getLocation is used/, 'app.js', add('wx.getLocation({})')],
  [
    'the place is declared for nothing',
    /getLocation is declared/,
    'app.json',
    replace('"lazy', '"requiredPrivateInfos": ["getLocation"], "lazy'),
  ],
  ['code is made from strings', /makes code from strings/, 'app.js', add("new Function('return 1')")],
  ['a server of the developer is named', /developer's machine/, 'app.js', add("wx.a = 'https://localhost:3000'")],
  ['a server is named by plain http', /plain http/, 'app.js', add("wx.a = 'http://bff.example.invalid'")],
])('it is a problem when %s', (_fault, words, file, change) => {
  const matching: unknown = typeof words === 'string' ? words : expect.stringMatching(words)
  expect(distProblems(changed(file, change))).toContainEqual(matching)
})

test('a style that loads a local file is a problem', () => {
  const root = changed('app.js', add(''))
  fs.writeFileSync(path.join(root, 'app.wxss'), '.a{background:url(./a.png)}')
  expect(distProblems(root)).toEqual(['app.wxss loads a local file by url()'])
})

test.each([
  ['a tag that is not closed', '<view><text>words</view>'],
  ['an expression that is not closed', '<view>{{words</view>'],
])('%s is found in WXML, with its place', (_fault, wxml) => {
  const root = changed('pages/home/index.wxml', () => wxml)
  expect(wxmlProblems(root)).toContainEqual(expect.stringMatching(/pages\/home\/index\.wxml:1:\d+: /))
})
