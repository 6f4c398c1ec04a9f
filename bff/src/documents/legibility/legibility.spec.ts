import sharp from 'sharp'
import { blockiness } from './blocks'
import { drawnPage, greyOf } from './drawn-page.fixture'
import { judge } from './judge'
import { looksAlike, perceptualHash } from './perceptual-hash'
import { thresholds } from './thresholds'

const certificate = (name: string, level: string, number: string, day: string) => [
  '职业技能等级证书（示例）',
  `姓名：${name} 职业：仓库保管工`,
  `技能等级：${level}`,
  `证书编号：${number}`,
  `发证日期：${day}`,
  '本证书由示例市职业技能鉴定中心颁发，持证人已通过',
  '规定的职业技能考核，成绩合格，具备相应的技能水平。',
  '示例材料，仅供测试使用，不作任何证明用途。',
]
const oneCertificate = certificate('王建国', '高级工（三级）', '20150412003417', '2015年4月12日')
const anotherCertificate = certificate('王建国', '中级工（四级）', '20091103001286', '2009年11月3日')

const page = () => drawnPage({ lines: oneCertificate })
const hintsOf = async (picture: Buffer) => judge(await greyOf(picture))
const hashOf = async (picture: Buffer) => perceptualHash(await greyOf(picture))

/** A round spot over the first lines, fading at its rim. */
const spot = (colour: string, x: number, y: number, radius: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1300"><defs><radialGradient id="a"><stop offset="0.7" stop-color="${colour}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient></defs><circle cx="${x}" cy="${y}" r="${radius}" fill="url(#a)"/></svg>`,
  )

describe('a page that can be read gets no hint', () => {
  test('a sheet on a desk', async () => expect(await hintsOf(await page())).toEqual([]))

  test('two lines on an otherwise white sheet', async () => {
    expect(await hintsOf(await drawnPage({ lines: oneCertificate.slice(0, 2) }))).toEqual([])
  })

  test('blocks of compression that differ by less than a level are not to be seen', () => {
    const width = 256
    const shaded = (step: number) =>
      Uint8Array.from({ length: width * width }, (_, at) => {
        const blocks = Math.floor((at % width) / 16) + Math.floor(at / width / 16)
        return 100 + step * (blocks % 2)
      })
    const picture = (step: number) => ({
      data: shaded(step),
      width,
      height: width,
      originalWidth: width,
      originalHeight: width,
    })
    expect(blockiness(picture(1))).toBe(1)
    expect(blockiness(picture(8))).toBeGreaterThan(thresholds.blockiness)
  })

  test('a sheet full of print, without a margin and without a desk', async () => {
    const words = '兹证明该同志于二〇一五年八月取得高级工等级证书编号一二三四五六七八'
    const sheet = await drawnPage({ lines: Array.from({ length: 42 }, () => words + words), size: 13 })
    const full = await sharp(sheet).extract({ left: 112, top: 132, width: 780, height: 1000 }).png().toBuffer()
    expect(await hintsOf(full)).toEqual([])
  })

  test('compressed as a phone does it, and a little out of focus', async () => {
    const picture = await sharp(await page())
      .blur(0.8)
      .jpeg({ quality: 60 })
      .toBuffer()
    expect(await hintsOf(picture)).toEqual([])
  })

  test('gold letters on a dark red cover', async () => {
    const cover = await sharp(await drawnPage({ lines: ['技术等级证书', '示例'], size: 60 }))
      .negate({ alpha: false })
      .linear(0.7, 20)
      .png()
      .toBuffer()
    expect(await hintsOf(cover)).toEqual([])
  })
})

describe('a page that cannot be read gets the hint that says why', () => {
  test('blurred: the strokes of a character run into each other', async () => {
    expect(
      await hintsOf(
        await sharp(await page())
          .blur(5)
          .png()
          .toBuffer(),
      ),
    ).toEqual(['blurred'])
  })

  test('blurred is a matter of the size of the print: the same blur leaves larger letters readable', async () => {
    const blurred = async (size: number) =>
      hintsOf(
        await sharp(await drawnPage({ lines: oneCertificate, size }))
          .blur(2.4)
          .png()
          .toBuffer(),
      )
    expect(await blurred(14)).toContain('blurred')
    expect(await blurred(36)).toEqual([])
  })

  test('dark', async () => {
    expect(
      await hintsOf(
        await sharp(await page())
          .linear(0.15, 0)
          .png()
          .toBuffer(),
      ),
    ).toContain('dark')
  })

  test('glare: a burnt-out spot hides lines', async () => {
    const picture = await sharp(await page())
      .composite([{ input: spot('#fff', 350, 250, 330) }])
      .png()
      .toBuffer()
    expect(await hintsOf(picture)).toEqual(['glare'])
  })

  test('glare: a veil of light over the whole page', async () => {
    expect(
      await hintsOf(
        await sharp(await page())
          .linear(0.1, 190)
          .png()
          .toBuffer(),
      ),
    ).toEqual(['glare'])
  })

  test('too small: six pixels a character', async () => {
    expect(
      await hintsOf(
        await sharp(await page())
          .resize(250)
          .png()
          .toBuffer(),
      ),
    ).toContain('too-small')
  })

  test('mostly empty: the back of a sheet', async () => {
    expect(await hintsOf(await drawnPage({ lines: [] }))).toEqual(['mostly-empty'])
  })

  test('mostly empty: a finger over the lens', async () => {
    const picture = await sharp(await page())
      .composite([{ input: spot('#5b3a2e', 1000, 900, 620) }])
      .png()
      .toBuffer()
    expect(await hintsOf(picture)).toEqual(['mostly-empty'])
  })

  test('a picture of a few pixels is judged all the same', async () => {
    const tiny = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await hintsOf(tiny)).toEqual(['mostly-empty'])
  })
})

describe('copies of one picture', () => {
  test('look alike when sent twice, made smaller, brighter and compressed again', async () => {
    const picture = await page()
    const copy = await sharp(picture).resize(720).linear(1.08, 4).jpeg({ quality: 50 }).toBuffer()
    expect(await hashOf(picture)).toMatch(/^[0-9a-f]{16}$/)
    expect(looksAlike(await hashOf(picture), await hashOf(picture))).toBe(true)
    expect(looksAlike(await hashOf(picture), await hashOf(copy))).toBe(true)
  })

  test('are not what photographs of two certificates of the same form are', async () => {
    const one = await hashOf(await page())
    const another = await hashOf(await drawnPage({ lines: anotherCertificate, shift: { x: 11, y: -14 } }))
    expect(looksAlike(one, another)).toBe(false)
  })

  test('nor are a page and quite another page', async () => {
    const letter = Array.from({ length: 20 }, () => '兹证明该同志系本单位在编在岗工勤人员')
    expect(looksAlike(await hashOf(await page()), await hashOf(await drawnPage({ lines: letter })))).toBe(false)
  })
})
