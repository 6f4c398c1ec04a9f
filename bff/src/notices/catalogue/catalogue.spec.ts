import { currentPack } from '@app/shared-rules'
import { packages } from '../../../../miniapp/src/packages'
import type { Announcement } from '../../applications/announcements'
import { edges } from '../../applications/table/table'
import { catalogue, placeReminders, type CatalogueName } from './catalogue'
import { facts, papers } from './item-words'
import type { NoticeContent, Told } from './notice'
import { idNumber, sampleOccasion, samplePlaceFacts, sampleSubject } from './occasion.fixture'
import { personReminders, placeReminderNames } from './reminder-words'

const audiences = ['applicant', 'unit', 'department'] as const
const announcements: Announcement['name'][] = ['refund-asked', 'refund-done', 'refund-stuck', 'payment-held']
const names = Object.keys(catalogue).filter((name): name is CatalogueName => name in catalogue)

const said = (name: CatalogueName, audience: (typeof audiences)[number]): NoticeContent | undefined => {
  const told: Told = catalogue[name][audience]
  return 'words' in told ? told.words(sampleOccasion(name)) : undefined
}

const rendered = names.flatMap((name) =>
  audiences.flatMap((audience) => {
    const content = said(name, audience)
    return content ? [[`${name} to the ${audience}`, content] as const] : []
  }),
)

const allWords = ({ title, happened, todo, wechat }: NoticeContent): string[] => [
  ...[title, happened, ...(todo === undefined ? [] : [todo])],
  ...[wechat.what, wechat.whom, wechat.hint],
]

describe('the catalogue', () => {
  it('has every notice of the table, every announcement and every reminder, and no other', () => {
    const ofTable = edges.flatMap(({ notice }) => (typeof notice === 'string' ? [notice] : []))
    const known = new Set<string>([...ofTable, ...announcements, ...personReminders, ...placeReminderNames])
    expect([...names].sort()).toEqual([...known].sort())
  })

  it.each(edges.map((edge) => [`${edge.from} --${edge.event}--> ${edge.to}`, edge] as const))(
    'says for %s who is told, or why nobody is',
    (_, { notice }) => {
      if (typeof notice !== 'string') return expect(notice.none.length).toBeGreaterThan(10)
      const told = audiences.map((audience) => catalogue[notice][audience])
      for (const one of told) if ('none' in one) expect(one.none.length).toBeGreaterThan(10)
      // A notice that nobody gets is no notice.
      expect(told.some((one) => 'words' in one)).toBe(true)
    },
  )

  it.each(
    edges.filter(({ to, from }) => to.endsWith('-returned') && from !== to).map((edge) => [edge.event, edge] as const),
  )('never leaves a return silent: %s says why, what to do and until when', (_, { notice }) => {
    if (typeof notice !== 'string') throw new Error('a return without a notice')
    const content = said(notice, 'applicant')
    expect(content?.happened).toContain('要改 4 处。身份证：看不清；参加工作时间：')
    expect(content?.happened).toMatch(/；等 4 处。$/)
    expect(content?.todo).toMatch(/^请在 \d+月\d+日（周.）24:00 前改好并重新提交。/)
    expect(content?.until).toBeDefined()
    expect(content?.wechat.template).toBe('todo')
  })
})

describe.each(rendered)('%s', (_, content) => {
  it('is made of words: nothing empty, no code, no number of a person', () => {
    for (const words of allWords(content)) {
      expect(words.trim()).not.toBe('')
      expect(words).not.toMatch(/undefined|null|NaN|Invalid/)
      expect(words).not.toMatch(/[A-Za-z]{2,}|[a-z]-[a-z]/)
      expect(words).not.toMatch(/\d{15}/)
      expect(words).not.toContain(idNumber)
      expect(words).not.toMatch(/[\n\r]|，，|。。|：。|：，|（）/)
    }
  })

  it('is short where it has to be, and whole sentences elsewhere', () => {
    expect([...content.title].length).toBeLessThanOrEqual(20)
    expect([...content.wechat.what].length).toBeLessThanOrEqual(20)
    expect([...content.wechat.hint].length).toBeLessThanOrEqual(20)
    expect([...content.wechat.whom].length).toBeLessThanOrEqual(20)
    expect(content.happened).toMatch(/。$/)
    expect(content.todo ?? '。').toMatch(/。$/)
    expect([...content.happened, ...(content.todo ?? '')].length).toBeLessThanOrEqual(260)
  })

  it('says days with their weekday and deadlines with their hour, and nothing that is old by tomorrow', () => {
    for (const words of [content.happened, content.todo ?? '']) {
      for (const [, after = ''] of words.matchAll(/\d+月\d+日(.{0,4})/g)) expect(after).toMatch(/^（周.）/)
      expect(words).not.toMatch(/还剩|今天|明天/)
    }
    if (content.until === undefined) return
    expect(new Date(content.until).toISOString()).toBe(content.until)
    expect(content.todo).toMatch(/\d+月\d+日（周.）\d\d:\d\d 前/)
    expect(content.wechat.when).toBe(content.until)
  })
})

describe('where one tap leads', () => {
  it.each(rendered)('[danger 55] the page of %s is one of the released app', (_, { place }) => {
    const [name = '', page = ''] = place.page.split('/')
    const pages: readonly string[] = Object.entries(packages).find(([one]) => one === name)?.[1] ?? []
    expect(pages).toContain(page)
    for (const value of Object.values(place.query)) expect(value).not.toBe('')
  })
})

describe('who is named', () => {
  it('names no more of the applicant than the surname outside of the units', () => {
    for (const name of names) for (const words of allWordsOf(name)) expect(words).not.toContain('李明')
    function allWordsOf(name: CatalogueName): string[] {
      const content = said(name, 'applicant')
      return content ? allWords(content) : []
    }
  })

  it.each([
    ['李明', '李师傅'],
    ['欧阳建国', '欧阳师傅'],
    ['买买提·艾力', '买买提师傅'],
    ['𬭊亮', '𬭊师傅'],
  ])('calls %s %s', (name, expected) => {
    const told = catalogue.confirmed.applicant
    const occasion = { ...sampleOccasion('confirmed'), subject: sampleSubject({ name }) }
    expect('words' in told && told.words(occasion).happened).toContain(`${expected}的三级（高级工）考核`)
  })

  it('still speaks to somebody of whom nothing is known yet', () => {
    for (const name of names) {
      const nobody = { name: undefined, gradeName: undefined, grade: undefined, occupation: undefined }
      const { subject, ...occasion } = sampleOccasion(name)
      const bare = { ...occasion, subject: { ...subject, ...nobody }, items: [], who: undefined }
      for (const audience of audiences) {
        const told = catalogue[name][audience]
        if (!('words' in told)) continue
        for (const words of allWords(told.words(bare))) expect(words).toMatch(/^(?!.*undefined).+$/)
      }
    }
  })
})

test('a place is reminded in the same words as the catalogue has', () => {
  for (const name of placeReminderNames)
    expect(placeReminders[name](samplePlaceFacts[name])).toEqual(said(name, 'unit'))
})

test('fields and papers are called as on the phone', () => {
  expect(facts).toEqual(currentPack.texts.facts)
  expect(papers).toEqual(
    Object.fromEntries(Object.entries(currentPack.texts.papers).map(([id, { title }]) => [id, title])),
  )
})
