import vm from 'node:vm'
import { createContext } from './host/context'
import { tinyApp } from './fixtures/tiny-app'
import { launch, PhoneStorage, type Driver, type LaunchOptions } from './index'

const open: Driver[] = []
const start = (options: LaunchOptions = {}) => {
  const app = launch(tinyApp, options)
  open.push(app)
  return app
}
afterEach(() => open.splice(0).forEach((app) => app.close()))

describe('the JavaScript world of a mini-program', () => {
  const context = createContext({})
  const typeOf = (name: string) => vm.runInContext(`typeof ${name}`, context) as string

  test.each([
    ...[
      'window',
      'document',
      'URL',
      'fetch',
      'localStorage',
      'TextEncoder',
      'crypto',
      'structuredClone',
      'performance',
    ],
    ...['process', 'Buffer', 'require', 'queueMicrotask', 'Intl', 'WebAssembly', 'setTimeout'],
  ])('has no %s of its own', (name) => {
    expect(typeOf(name)).toBe('undefined')
  })

  test.each(['eval("1")', 'new Function("return 1")()'])('refuses %s', (code) => {
    expect(() => vm.runInContext(code, context)).toThrow(/Code generation from strings disallowed/)
  })

  test.each(['2023-03-28 09:00', '2020-07-01T02:14:53.000+0000', '2022-08', '2020.2.2', '2020-06-05', '202051'])(
    'refuses the date string %s, which iOS reads otherwise',
    (text) => {
      expect(() => vm.runInContext(`new Date(${JSON.stringify(text)})`, context)).toThrow(/iOS/)
      expect(() => vm.runInContext(`Date.parse(${JSON.stringify(text)})`, context)).toThrow(/iOS/)
    },
  )

  test.each(['2023-03-28T09:00:00Z', '2023-03-28T09:00:00+08:00', '2023/03/28'])('reads the date string %s', (text) => {
    expect(vm.runInContext(`new Date(${JSON.stringify(text)}).getFullYear()`, context)).toBe(2023)
  })
})

describe('pages', () => {
  test('open with their query, ten deep, and the eleventh is refused', async () => {
    const app = start()
    await app.tap('打开')
    await app.waitForText('编号 7')
    for (let depth = 3; depth <= 10; depth += 1) {
      await app.tap('再开一层')
      await app.waitForText(`第 ${depth} 层`)
    }
    await app.tap('再开一层')
    await app.waitForToast('navigateTo:fail webview count limit exceed')
    expect(app.host.navigation.stack).toHaveLength(10)
  })

  test('keep their state while another lies on them', async () => {
    const app = start()
    await app.tap('加一')
    await app.tap('打开')
    await app.waitForPage('more/detail/index')
    app.back()
    await app.waitForText('第 2 次看到')
    expect(app.text()).toContain('数到 1')
  })

  test('of the tab bar are kept, and are reached by their tab only', async () => {
    const app = start()
    await app.tap('加一')
    app.switchTab('我的')
    await app.waitForText('这是我的')
    app.switchTab('首页')
    await app.waitForText('数到 1')
    const { navigation } = app.host
    expect(() => navigation.navigateTo({ url: '/pages/mine/index' })).toThrow('can not navigateTo a tabbar page')
    expect(() => navigation.switchTab({ url: '/more/detail/index' })).toThrow('can not switch to no-tabBar page')
    expect(() => navigation.navigateTo({ url: '/pages/none/index' })).toThrow('page "pages/none/index" is not found')
    expect(() => navigation.navigateBack()).toThrow('cannot navigate back at first page.')
  })

  test('that send more than 1 MB or undefined to the view are written down', () => {
    const app = start()
    app.page.setData({ big: 'x'.repeat(1024 * 1024), gone: undefined })
    expect(app.host.log.errors).toEqual([
      expect.stringMatching(/1 MB at most/),
      expect.stringMatching(/undefined at gone/),
    ])
  })

  test('whose handler throws leave a fault that the next waiting names', async () => {
    const app = start({ patience: 20 })
    app.page.eh = () => {
      throw new Error('broken handler')
    }
    await app.tap('加一')
    await expect(app.waitForText('数到 1')).rejects.toThrow(/broken handler/)
  })
})

describe('a person', () => {
  test('taps words, or anywhere in a row that takes taps', async () => {
    const app = start()
    await app.tap('加一')
    await app.tap('整行可按')
    await app.tap('加十')
    await app.waitForText('数到 21')
  })

  test('cannot tap what is disabled or not there', async () => {
    const app = start({ patience: 20 })
    await expect(app.tap('不能按')).rejects.toThrow('<button> “不能按” is disabled')
    await expect(app.tap('没有的')).rejects.toThrow('nothing on the page is “没有的”')
    await expect(app.tap('数到 0')).rejects.toThrow('no template binds tap')
  })

  test('types into the field that is called so', async () => {
    const app = start()
    await app.input('姓名', '王小明')
    await app.waitForText('您好，王小明')
  })

  test('answers the dialogs of the system by their buttons', async () => {
    const app = start()
    await app.tap('确认吗')
    await expect(app.answerModal('取消')).resolves.toMatchObject({ title: '真的吗' })
    await app.waitForText('答：算了')
  })
})

describe('what lies on the phone', () => {
  test('is there again when the app is opened anew', async () => {
    const storage = new PhoneStorage()
    await start({ storage }).tap('加一')
    await start({ storage }).waitForText('数到 1')
  })

  test('is at most 1 MB a key and 10 MB in all', () => {
    const storage = new PhoneStorage()
    const almost = 'x'.repeat(1024 * 1024 - 2)
    for (let key = 0; key < 10; key += 1) storage.set(`key${key}`, almost)
    expect(() => storage.set('key0', `${almost}x`)).toThrow('1 MB a key')
    expect(() => storage.set('one-more', 'x')).toThrow('10 MB in all')
    expect(() => storage.set('key0', almost)).not.toThrow()
  })
})
