import { paperView, shownPage, shownPaper } from '../../../../../test/papers'
import { needsTaking, nextPaper, summaryOf } from './paper-summary'

const card = paperView('id-card')
const year = paperView('yearly-assessment:2022')
const usable = (id: string) => shownPage(id, { kind: 'usable' })
const brief = (of: ReturnType<typeof summaryOf>) => [of.tag.word, of.caption, of.todo]

test('not yet taken: what it is and how many pages; where it may be promised, that comes first', () => {
  expect(brief(summaryOf(shownPaper(card)))).toEqual(['未拍', '正反两面 · 2 页', true])
  expect(brief(summaryOf(shownPaper(year)))).toEqual(['未拍', '还没备案？可以先承诺、考前补交', true])
})

test('one side of the ID card is not enough', () => {
  const paper = shownPaper({ ...card, state: 'too-few' }, [usable('a')])
  expect(brief(summaryOf(paper))).toEqual(['没拍完', '已拍 1 页，还差 1 页（正反两面）', true])
})

test('a page that is of no use comes before everything else on the way', () => {
  const paper = shownPaper({ ...card, state: 'refused' }, [
    shownPage('a', { kind: 'sending', percent: 40 }),
    shownPage('b', { kind: 'refused', code: 'unreadable-file', facts: {} }),
  ])
  expect(brief(summaryOf(paper))).toEqual(['重拍', '第 2 页：文件打不开，请重新拍照。', true])
})

test('on its way: the figure, and which page', () => {
  const pages = [usable('a'), shownPage('b', { kind: 'sending', percent: 62 })]
  const of = summaryOf(shownPaper(card, pages, { percent: 62 }))
  expect(brief(of)).toEqual(['62%', '2 页，正在上传第 2 页', false])
  expect(of.percent).toBe(62)
})

test('without network it says that the picture is safe and goes on by itself', () => {
  const pages = [usable('a'), shownPage('b', { kind: 'retry', reason: 'offline' })]
  const [word, caption, todo] = brief(summaryOf(shownPaper(card, pages)))
  expect([word, todo]).toEqual(['待续传', false])
  expect(caption).toMatch(/没有网络.*连上网会接着传/)
})

test('checked and with a hint: usable all the same, with what is best', () => {
  const checking = shownPaper({ ...card, state: 'checking' }, [usable('a'), shownPage('b', { kind: 'checking' })])
  expect(brief(summaryOf(checking))).toEqual(['检查中', '已传到 1 页，正在检查，不用等', false])
  const hint = shownPage('a', { kind: 'hint', hints: [{ code: 'blurred' }] })
  const paper = shownPaper({ ...card, state: 'complete' }, [hint, usable('b')])
  expect(brief(summaryOf(paper))).toEqual(['提示', '第 1 页有点模糊，建议重拍', false])
  expect(brief(summaryOf(shownPaper({ ...card, state: 'complete' }, [usable('a'), usable('b')])))).toEqual([
    '可用',
    '正反两面 · 2 页',
    false,
  ])
})

test('a returned page stands with its reason until another is on its way in its place', () => {
  const returned = { code: 'unreadable', words: '看不清发证日期' }
  const view = { ...card, state: 'returned', open: false } as const
  const page = shownPage('b', { kind: 'usable' }, { returned })
  expect(brief(summaryOf(shownPaper(view, [usable('a'), page])))).toEqual(['被退回', '第 2 页：看不清发证日期', true])
  const wordless = shownPage('b', { kind: 'usable' }, { returned: { ...returned, words: '' } })
  expect(brief(summaryOf(shownPaper(view, [wordless])))).toEqual(['被退回', '第 1 页：看不清', true])
  const instead = shownPage('c', { kind: 'waiting' }, { replacing: true })
  expect(summaryOf(shownPaper(view, [usable('a'), instead])).tag.word).not.toBe('被退回')
})

test('a promised paper: agreed, photographed, sent, turned down', () => {
  const agreed = { agreedAt: '2023-03-20T01:00:00.000Z', version: '2023-1' }
  const promised = (state: 'open' | 'sent' | 'accepted' | 'rejected', pages = [] as ReturnType<typeof usable>[]) =>
    summaryOf(shownPaper({ ...year, state: 'promised', promise: { ...agreed, state } }, pages)).tag.word
  expect(promised('open')).toBe('已承诺')
  expect(promised('open', [usable('a')])).toBe('待补交')
  expect(promised('sent', [usable('a')])).toBe('已补交')
  expect(promised('accepted', [usable('a')])).toBe('已收下')
  expect(promised('rejected', [usable('a')])).toBe('没收下')
})

test('the next paper is the next one with something to do, then from the top; what is locked is none', () => {
  const papers = [
    shownPaper(card),
    shownPaper({ ...year, state: 'complete' }, [usable('y')]),
    shownPaper(paperView('photo')),
  ]
  expect(nextPaper(papers)?.view.item.id).toBe('id-card')
  expect(nextPaper(papers, 'id-card')?.view.item.id).toBe('photo')
  expect(nextPaper(papers, 'photo')?.view.item.id).toBe('id-card')
  expect(needsTaking(shownPaper({ ...card, open: false }))).toBe(false)
})

test('one page on its way of two asked for: the second is still to be taken', () => {
  expect(needsTaking(shownPaper(card, [shownPage('a', { kind: 'waiting' })]))).toBe(true)
})
