import fs from 'node:fs'
import { mutant } from './fixtures/tiny-app'
import { distProblems, maxPackageBytes } from './gates/check-dist'
import { packageSizes } from './gates/packages'
import { wxmlProblems } from './gates/wxml'
import { openDist } from './host/dist'
import { launch, type Driver } from './index'
import { weappBuild } from './weapp-build.fixture'

// Real work on a machine that may be busy: everything waits for a condition, nothing for this time.
jest.setTimeout(60_000)

const made: string[] = []
let app: Driver | undefined
afterEach(() => app?.close())
afterAll(() => made.forEach((folder) => fs.rmSync(folder, { recursive: true })))

test('[danger 59] the main package of the real build has the tabs alone and at most 1.8 MB', () => {
  const { main, subpackages } = packageSizes(weappBuild)
  expect(main).toBeLessThanOrEqual(maxPackageBytes)
  expect(Object.keys(subpackages).length).toBeGreaterThan(0)
  const { app: json } = openDist(weappBuild)
  expect(json.pages).toEqual(json.tabBar?.list.map(({ pagePath }) => pagePath))
})

test('WeChat would find nothing to refuse in the real build', () => {
  expect(distProblems(weappBuild)).toEqual([])
  expect(wxmlProblems(weappBuild)).toEqual([])
})

/** WeChat's advice for one setData; its limit is 1 MB. */
const advisedBytes = 256 * 1024

test('every page of the real build opens without a fault, without a signal, by a shared card', async () => {
  for (const url of openDist(weappBuild).pages) {
    app = launch(weappBuild, { url, native: { login: () => Promise.reject(new Error('no network')) } })
    await app.waitForText(/./)
    const { errors, unknownApis, setData } = app.host.log
    expect({ url, errors, unknown: [...unknownApis] }).toEqual({ url, errors: [], unknown: [] })
    expect(Math.max(...setData.map(({ bytes }) => bytes))).toBeLessThan(advisedBytes)
    app.close()
  }
})

test.each<[fault: string, words: RegExp, file: string, change: (source: string) => string]>([
  ['code is made from strings', /Code generation/, 'app.js', (source) => `new Function('return this')();${source}`],
  ['the DOM is used', /'title'/, 'app.js', (source) => `document.title='';${source}`],
  [
    'a template is missing',
    /no template tmpl_0_/,
    'base.wxml',
    (source) => source.replaceAll('name="tmpl_0_', 'name="gone_0_'),
  ],
])('a fault in the real build is loud: %s', async (_fault, words, file, change) => {
  const root = mutant(weappBuild, file, change)
  made.push(root)
  const visit = async () => {
    app = launch(root, { patience: 3000 })
    await app.waitForText('开始自查')
  }
  await expect(visit()).rejects.toThrow(words)
})

test('a tap that no template binds is loud in the real build', async () => {
  const root = mutant(weappBuild, 'base.wxml', (source) => source.replaceAll(' bindtap="eh"', ''))
  made.push(root)
  app = launch(root, { patience: 3000 })
  await app.waitForText('开始自查')
  await expect(app.tap('开始自查')).rejects.toThrow(/no template binds tap/)
})
