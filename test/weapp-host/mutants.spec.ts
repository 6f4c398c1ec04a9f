import fs from 'node:fs'
import { mutant, tinyApp } from './fixtures/tiny-app'
import { launch } from './index'

const made: string[] = []
afterAll(() => made.forEach((folder) => fs.rmSync(folder, { recursive: true })))

/** A short visit that passes on the sound build and touches every page. */
async function visit(root: string) {
  const app = launch(root, { patience: 50 })
  try {
    await app.tap('加一')
    await app.waitForText('数到 1')
    await app.tap('加十')
    await app.input('姓名', '王小明')
    await app.waitForText('您好，王小明')
    await app.tap('打开')
    await app.waitForText('编号 7')
    expect([...app.host.log.unknownApis, ...app.host.log.errors]).toEqual([])
  } finally {
    app.close()
  }
}

const home = 'pages/home/index.js'
const replace = (from: string, to: string) => (source: string) => source.replace(from, to)

test('the visit passes on the sound build', () => visit(tinyApp))

test.each<[fault: string, words: RegExp, file: string, change: (source: string) => string]>([
  ['localStorage is used', /setItem/, home, replace('add: () => {', "add: () => {\nlocalStorage.setItem('a', '1')")],
  ['fetch is used in a handler', /fetch is not a function/, home, replace('add: () => {', "add: () => {\nfetch('a')")],
  ['a link leads to no page', /page "more\/details\/index" is not/, home, replace('/more/detail', '/more/details')],
  ['a page is missing in app.json', /page "more\/detail\/index" is not/, 'app.json', replace('"detail/index"', '')],
  ['code is made from strings', /Code generation/, 'app.js', replace("'use strict'", "new Function('return this')()")],
  ['an API is used that WeChat does not have', /not a function/, home, replace('wx.navigateTo', 'wx.navigateToo')],
  [
    'a date is read that iOS does not read',
    /iOS/,
    home,
    replace('add: () => {', "add: () => {\nnew Date('2023-03-28')"),
  ],
  ['a module is missing', /'drawn.js' is not defined/, home, replace('../../draw.js', '../../drawn.js')],
  [
    'a template does not bind the tap',
    /no template binds tap/,
    'base.wxml',
    replace('bindtap="eh" id="{{i.uid', 'id="{{i.uid'),
  ],
  ['a template drops the label', /nothing on the page is “加十”/, 'base.wxml', replace('aria-label="{{i.p0}}"', '')],
  ['a template is missing', /no template tmpl_0_33/, 'base.wxml', replace('name="tmpl_0_33"', 'name="tmpl_0_34"')],
])('the visit fails when %s', async (_fault, words, file, change) => {
  const root = mutant(tinyApp, file, change)
  made.push(root)
  await expect(visit(root)).rejects.toThrow(words)
})
