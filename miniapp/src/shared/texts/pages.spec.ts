import { errorRules, pageHints, pageRefusals } from '@app/contract'
import { failureText } from './errors'
import { hintShort, hintText, pageTag, pageText, pickFailureText, refusalText, retryText } from './pages'

const bare = /[a-z]{3,}|undefined|系统异常/

test('every code of the server has its own words, without the code in them', () => {
  for (const code of Object.keys(errorRules) as (keyof typeof errorRules)[])
    expect(failureText({ code, facts: {} }).replace(/JPG|PNG|HEIC|PDF|MB/g, '')).not.toMatch(bare)
})

test.each(pageHints)('the hint %s says what is the matter and what to do', (code) => {
  expect(hintShort({ code })).not.toMatch(bare)
  expect(hintText({ code }).length).toBeGreaterThan(hintShort({ code }).length + 4)
  expect(hintText({ code })).not.toMatch(bare)
})

test('a duplicate names the page it looks like, where that is one of the same paper', () => {
  const state = { kind: 'hint', hints: [{ code: 'duplicate', otherPage: 'p1' }] } as const
  const shown = { ...state, hints: [...state.hints] }
  expect(pageText(shown, (id) => (id === 'p1' ? 1 : undefined))).toMatch(/^和第 1 页看起来一样/)
  expect(pageText(shown, () => undefined)).toMatch(/^和另一张看起来一样/)
})

test('a hint of a newer server is no fault', () => {
  const newer = JSON.parse('{"code":"upside-down"}')
  expect(hintText(newer)).toBe('请看一看这一页清不清楚。')
})

test.each(pageRefusals)('the refusal %s tells to take it again', (code) => {
  expect(refusalText({ kind: 'refused', code, facts: {} })).toMatch(/重新拍/)
})

test('a refused file says the limit that it broke', () => {
  const facts = { limitBytes: 20 * 1024 * 1024 }
  expect(refusalText({ kind: 'refused', code: 'file-too-large', facts })).toContain('最大 20 MB')
  expect(refusalText({ kind: 'refused', code: 'pdf-too-many-pages', facts: { limit: 10, pages: 31 } })).toMatch(
    /有 31 页.*最多 10 页/,
  )
})

test('what is sent again by itself says so, and that the picture is safe or that it goes on', () => {
  for (const reason of ['offline', 'interrupted', 'slow', 'connection', 'busy', 'sign-in-needed'] as const)
    expect(retryText(reason)).toMatch(/接着传|自动再传/)
})

test('every state of a page has a word beside its colour', () => {
  const states = [
    [{ kind: 'preparing' }, '等着传'],
    [{ kind: 'waiting' }, '等着传'],
    [{ kind: 'sending', percent: 62 }, '62%'],
    [{ kind: 'checking' }, '检查中'],
    [{ kind: 'usable' }, '可用'],
    [{ kind: 'hint', hints: [] }, '提示'],
    [{ kind: 'refused', code: 'unreadable-file', facts: {} }, '重拍'],
    [{ kind: 'gone' }, '重拍'],
    [{ kind: 'retry', reason: 'offline' }, '待续传'],
  ] as const
  for (const [state, word] of states)
    expect(pageTag(state.kind === 'hint' ? { kind: 'hint', hints: [] } : state).word).toBe(word)
})

test('every failure to get at camera or album says another way on', () => {
  for (const why of ['permission', 'system-permission', 'privacy', 'undeclared', 'unavailable', 'failed'] as const)
    expect(pickFailureText(why)).toMatch(/再|换/)
})
