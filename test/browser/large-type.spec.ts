import { goTo, ok } from '../end-to-end/applicant.fixture'
import { at, Preview } from './preview.fixture'
import { type WebPhone } from './web-phone.fixture'

/** 28rpx on a phone of 390 px. */
const smallest = 14.5

let preview: Preview
let draft: string
let returned: string

beforeAll(async () => {
  preview = await Preview.open('sqlite')
  goTo(preview.world, '2023-03-21T09:00:00')
  draft = (await (await preview.api('zhao')).filled(4)).id
  const { id, version } = await (await preview.api('li')).submitted()
  const items = [{ item: 'facts.workStart', code: 'differs-from-file', words: '与人事档案不一致，请按档案改正' }]
  ok(await (await preview.api('zhang')).post(`/unit-desk/applications/${id}/return`, { items }, { version }))
  returned = id
})
afterAll(() => preview.close())

interface Layout {
  /** px by which the page is wider than the screen. */
  over: number
  /** Words smaller than 28rpx. */
  small: string[]
  /** Controls lower than a thumb. */
  low: string[]
}

const layoutOf = (phone: WebPhone): Promise<Layout> =>
  phone.page.evaluate((least) => {
    const shown = (element: Element) => element instanceof HTMLElement && element.offsetParent !== null
    const texts = Array.from(document.querySelectorAll('.page__main *, .bar *')).filter(
      (element) =>
        shown(element) &&
        Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    const controls = Array.from(document.querySelectorAll('.page [role=button], .page [role=radio]')).filter(
      (element) => shown(element) && !element.classList.contains('clause-link'),
    )
    return {
      over: document.documentElement.scrollWidth - window.innerWidth,
      small: texts
        .filter((element) => parseFloat(getComputedStyle(element).fontSize) < least)
        .map((element) => element.textContent ?? ''),
      low: controls
        .filter((element) => element.getBoundingClientRect().height < 44)
        .map((element) => element.textContent ?? ''),
    }
  }, smallest)

const sound: Layout = { over: 0, small: [], low: [] }

describe.each(['标准', '大字版', '特大'])('in type of the size %s', (size) => {
  const look = async (phone: WebPhone, name: string, words: string) => {
    await phone.sees(words)
    await phone.picture(`${name}-${size}`)
    expect({ name, ...(await layoutOf(phone)) }).toEqual({ name, ...sound })
  }

  it('the applicant’s pages fit the screen, with words that can be read and controls for a thumb', async () => {
    const zhao = await preview.signedIn('zhao')
    await zhao.choose(size)
    await look(zhao, 'me', '已登录')
    const pages = [
      ['tasks', at.tasks(draft), '工作经历'],
      ['basics', at.basics(draft), '身份证号'],
      ['review', at.review(draft), '您的情况'],
    ] as const
    for (const [name, address, words] of pages) {
      await zhao.reopen(address)
      await look(zhao, name, words)
    }
  })

  it('a return and the desk fit as well', async () => {
    const li = await preview.signedIn('li')
    await li.choose(size)
    await li.tab('我的申报')
    await look(li, 'applications', '1 项要改')
    await li.reopen(at.status(returned))
    await look(li, 'status', '退回了 1 项')
    const zhang = await preview.signedIn('zhang')
    await zhang.choose(size)
    await zhang.tap('示例·市直后勤服务中心')
    await look(zhang, 'desk', '待我审核 0')
    await zhang.reopen(at.person(returned))
    await look(zhang, 'person', '本人填的情况')
  })
})

it('on a desk of 1280 px the pages stay in one readable column', async () => {
  const zhang = await preview.signedIn('zhang')
  await zhang.page.setViewportSize({ width: 1280, height: 800 })
  await zhang.reopen(at.person(returned))
  await zhang.sees('本人填的情况')
  await zhang.page.screenshot({ path: zhang.pathOf('person-desk') })
  const width = await zhang.page
    .locator('.page__main')
    .filter({ visible: true })
    .evaluate((main) => main.clientWidth)
  expect(width).toBeLessThanOrEqual(900)
})
