import sharp from 'sharp'
import { databaseKinds } from '../../bff/src/app.fixture'
import { goTo, ok } from '../end-to-end/applicant.fixture'
import { pdf } from '../end-to-end/pdf.fixture'
import { photo } from '../end-to-end/photo.fixture'
import { at, Preview } from './preview.fixture'
import { type Given, type WebPhone } from './web-phone.fixture'

const evidence = 'work-years-evidence'
const assessment = 'yearly-assessment:2022'
const megabytes27 = 27_000_000

const padded = (file: Buffer) => Buffer.concat([file, Buffer.alloc(megabytes27 - file.length)])
const png = async () =>
  sharp(await photo(3))
    .png()
    .toBuffer()

/** A certificate photo as a shop or a phone makes it: somebody before a wall. */
const portrait = (width: number, wall: string): Promise<Buffer> => {
  const height = Math.round(width * 1.4)
  const somebody = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 140" width="${width}" height="${height}">
    <circle cx="50" cy="55" r="24" fill="#c9a184"/><rect x="22" y="88" width="56" height="52" fill="#33415c"/></svg>`
  return sharp({ create: { width, height, channels: 3, background: wall } })
    .composite([{ input: Buffer.from(somebody) }])
    .jpeg({ quality: 92 })
    .toBuffer()
}

describe.each(databaseKinds)('files that are no good, on a phone, on %s', (kind) => {
  let preview: Preview

  beforeEach(async () => {
    preview = await Preview.open(kind)
    goTo(preview.world, '2023-03-21T09:00:00')
  })
  afterEach(() => preview.close())

  const card = (phone: WebPhone, number: number) => phone.page.getByRole('group', { name: `第 ${number} 页` })
  const says = (phone: WebPhone, number: number, words: string) => card(phone, number).getByText(words).waitFor()

  /** In the card of some page. */
  const isSaid = (phone: WebPhone, words: string) => phone.page.locator('.page-card', { hasText: words }).waitFor()

  async function liPicks(...files: Given[]): Promise<{ phone: WebPhone; id: string }> {
    const { id } = await (await preview.api('li')).draft()
    const phone = await preview.signedIn('li', at.paper(id, evidence))
    await phone.sees('不用拍照的办法')
    await phone.gives('从相册选', ...files)
    return { phone, id }
  }
  const pagesOf = async (id: string, paper: string) =>
    (await (await preview.api('li')).papers(id)).papers.find(({ item }) => item.id === paper)?.pages ?? []

  it('[danger 69] of files picked together the useless are named with what to do, and the good one goes on', async () => {
    const { phone, id } = await liPicks(
      { name: 'empty.jpg', buffer: Buffer.alloc(0) },
      { name: 'page.jpg', buffer: Buffer.from('<!doctype html><script>alert(1)</script>') },
      { name: 'moving.gif', buffer: Buffer.from('GIF89a0000000000') },
      { name: 'good.jpg', buffer: await photo(1) },
    )
    await phone.sees('empty.jpg是空的；page.jpg不是照片也不是 PDF；moving.gif不是照片也不是 PDF，没有加进来。')
    await phone.sees('请直接拍照，或换一个文件。')
    await says(phone, 1, '检查中')
    await preview.app.makePictures()
    await card(phone, 1).getByText('看大图').waitFor()
    await phone.picture('photos-left-out')
    expect(await pagesOf(id, evidence)).toHaveLength(1)
  })

  it('[danger 69] a locked PDF, a broken JPEG and too large a file say so beside their page; the others go on', async () => {
    const whole = await photo(2)
    const { phone, id } = await liPicks(
      { name: 'locked.pdf', buffer: await pdf(1, 'secret') },
      { name: 'broken.jpg', buffer: whole.subarray(0, whole.length / 2) },
      { name: 'undrawable.png', buffer: padded((await png()).subarray(0, 33)) },
      { name: 'good.jpg', buffer: await photo(1) },
    )
    await isSaid(phone, '这个 PDF 有密码，打不开。请去掉密码再选，或直接拍照。')
    await isSaid(phone, '文件太大了（最大 20 MB）。请直接拍照，或换小一点的文件。')
    await says(phone, 1, '检查中')
    await says(phone, 2, '检查中')
    await preview.app.makePictures()
    await isSaid(phone, '文件打不开，请重新拍照。')
    await phone.page.getByText('检查中').waitFor({ state: 'detached' })
    await phone.picture('photos-refused')
    await mends(phone)
    const states = (await pagesOf(id, evidence)).map(({ state }) => state)
    expect(states).toEqual([expect.stringMatching(/^usable/), expect.stringMatching(/^usable/)])
  })

  /** The bar at the bottom leads to the first page that is no good. */
  async function mends(phone: WebPhone): Promise<void> {
    await phone.tap('重拍第')
    await phone.picture('photos-retake')
    await phone.gives('拍照', { buffer: await photo(7) })
    await phone.tap('用这张')
    await phone.sees('检查中')
    await preview.app.makePictures()
  }

  it('[danger 67] a PNG of 27 MB is made smaller on the phone, and arrives', async () => {
    const { phone, id } = await liPicks({ name: 'large.png', buffer: padded(await png()) })
    await says(phone, 1, '检查中')
    await preview.app.makePictures()
    await card(phone, 1).getByText('看大图').waitFor()
    expect(await pagesOf(id, evidence)).toMatchObject([{ state: expect.stringMatching(/^usable/) }])
  })

  it('an assessment that is not filed yet is promised with its words, and follows after the application has gone', async () => {
    const chen = await preview.api('chen')
    const { id } = await chen.filled(1, { unit: { code: 'sample-city-service' } })
    ok(await chen.promise(id, assessment, false))
    const phone = await preview.signedIn('chen', at.materials(id))
    await phone.picture('promise-materials')
    await phone.tap('用承诺书代替')
    await phone.sees('容缺')
    await phone.picture('promise-words')
    await phone.tick('我看过了')
    await phone.sees('3月21日（周二）09:00 同意')
    await phone.picture('promise-agreed')
    await phone.tap('好了')
    await phone.sees('已承诺')
    await phone.reopen(at.review(id))
    await phone.tap('确认无误，提交')
    await phone.sees('申报已提交')
    await unitApproves(id)
    await supplements(phone, id)
  })

  async function unitApproves(id: string): Promise<void> {
    const zhang = await preview.api('zhang')
    ok(await zhang.approve(ok(await zhang.get(`/unit-desk/applications/${id}`))))
    await preview.work()
  }

  async function supplements(phone: WebPhone, id: string): Promise<void> {
    goTo(preview.world, '2023-04-10T09:00:00')
    const chen = await preview.signedIn('chen', at.status(id))
    await phone.close()
    await chen.sees('补交')
    await chen.picture('supplement-open')
    await chen.reopen(at.paper(id, assessment))
    await chen.sees('不用拍照的办法')
    await chen.gives('从相册选', { buffer: await photo(9) })
    await says(chen, 1, '检查中')
    await preview.app.makePictures()
    await chen.picture('supplement-ready')
    await chen.tap('补交这份材料')
    await preview.work()
    const { control } = preview.world.office
    const [record] = control.records()
    const [page] = (await (await preview.api('chen')).papers(id)).papers.flatMap(({ item, pages }) =>
      item.id === assessment ? pages : [],
    )
    expect(control.document(record?.recordNo ?? '', page?.id ?? '')?.length).toBeGreaterThan(1000)
    await chen.reopen(at.status(id))
    await chen.sees('补交')
    await chen.picture('supplement-sent')
  }

  it('a certificate photo is cropped to the measures of the office; too small or before a wrong wall, it is told', async () => {
    const { office, clock } = preview.world
    office.control.changeReference({ photo: { widthPx: 295, heightPx: 413, maxBytes: 102_400, background: 'white' } })
    clock.advance(3_600_000)
    await preview.work()
    const { id } = await (await preview.api('li')).draft()
    const phone = await preview.signedIn('li', at.paper(id, 'photo'))
    await phone.sees('工考办要求：宽 295、高 413 像素，不超过 100 KB（自动压缩），白色底。')
    await phone.picture('photo-wanted')
    await phone.tap('选照片')
    await phone.gives('从相册选', { buffer: await portrait(200, '#2f9e5a') })
    await phone.tap('用这张')
    await phone.sees('证件照不够清楚，建议换一张')
    await phone.sees('证件照的底色看起来不对')
    await phone.picture('photo-wrong')
    await phone.tap('还是用这张')
    await says(phone, 1, '检查中')
    await preview.app.makePictures()
    await says(phone, 1, '证件照不够清楚')
    await says(phone, 1, '证件照的底色看起来不对')
    await phone.picture('photo-hints')
    await takesAnother(phone)
    expect(await pagesOf(id, 'photo')).toMatchObject([{ state: 'usable', hints: [] }])
  })

  async function takesAnother(phone: WebPhone): Promise<void> {
    await phone.tap('第 1 页，重拍')
    await phone.gives('从相册选', { buffer: await portrait(900, '#ffffff') })
    await phone.tap('放大')
    await phone.tap('往上')
    await phone.picture('photo-crop')
    await phone.tap('用这张')
    await says(phone, 1, '检查中')
    await preview.app.makePictures()
    await card(phone, 1).getByText('可用').waitFor()
    await phone.picture('photo-usable')
  }
})
