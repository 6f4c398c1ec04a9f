import Taro from '@tarojs/taro'
import { draftView, session, wholeForm } from '../../../../../test/draft'
import { answerWith } from '../../../../../test/mocks/server'
import { keep, tokens } from '@/shared/session/tokens'
import { localDraft } from '@/shared/storage/local-draft'
import { submit } from './submit'

const store = localDraft('app-1')
const route = 'POST /applications/app-1/submission'
const done = { status: 200, body: draftView({ state: 'unit-review', version: 2 }) }
const keyOf = (asked: { header?: Record<string, string> } | undefined) => asked?.header?.['idempotency-key']

beforeEach(() => {
  keep(session)
  store.set({ view: draftView({ form: wholeForm }), changes: {} })
})
afterEach(() => {
  store.clear()
  tokens.clear()
})

test('goes out once, with what the phone computed, and leaves no ID number on the phone', async () => {
  const server = answerWith({ [route]: done })
  expect(await submit('app-1')).toEqual({ state: 'submitted' })
  expect(server.asked[0]?.data).toEqual({ phoneVerdict: { verdict: expect.any(String), pack: 'jiaozuo-2023' } })
  expect(store.get()).toBeUndefined()
  expect(Taro.removeStorageSync).toHaveBeenCalledWith('draft-app-1')
})

test('a repeat after a lost answer bears the same key', async () => {
  const server = answerWith({
    [route]: (_asked, before) => {
      if (before === 0) throw { errMsg: 'request:fail' }
      return done
    },
  })
  expect(await submit('app-1')).toMatchObject({ state: 'failed', failure: { code: 'unreachable' } })
  expect(store.get()?.sending?.key).toBe(keyOf(server.asked[0]))
  expect(await submit('app-1')).toEqual({ state: 'submitted' })
  expect(keyOf(server.asked[1])).toBe(keyOf(server.asked[0]))
})

test('a refusal ends the key; going on with the server’s verdict says which', async () => {
  const facts = { phone: 'confirm', server: 'eligible' }
  const server = answerWith({
    [route]: (_asked, before) => (before === 0 ? { status: 409, body: { code: 'verdict-differs', facts } } : done),
  })
  expect(await submit('app-1')).toMatchObject({ state: 'failed', failure: { code: 'verdict-differs', facts } })
  expect(store.get()).toMatchObject({ view: { form: wholeForm } })
  expect(store.get()?.sending).toBeUndefined()
  expect(await submit('app-1', 'eligible')).toEqual({ state: 'submitted' })
  expect(server.asked[1]?.data).toMatchObject({ acknowledgedVerdict: 'eligible' })
  expect(keyOf(server.asked[1])).not.toBe(keyOf(server.asked[0]))
})

test('what was typed last is stored before it is submitted', async () => {
  store.set({ view: draftView({ form: wholeForm }), changes: { form: { name: '样例乙' } } })
  const saved = draftView({ version: 2, form: { ...wholeForm, name: '样例乙' } })
  const server = answerWith({ 'PATCH /applications/app-1': { status: 200, body: saved }, [route]: done })
  await submit('app-1')
  expect(server.asked.map(({ method }) => method)).toEqual(['PATCH', 'POST'])
  expect(server.asked[1]?.header).toMatchObject({ 'if-match': '"2"' })
})

test('[danger 61] a phone that refuses to store submits all the same', async () => {
  Taro.setStorageSync = jest.fn(() => {
    throw new Error('exceed max size')
  })
  store.set({ view: draftView({ form: wholeForm }), changes: { form: { name: '样例乙' } } })
  const saved = draftView({ version: 2, form: { ...wholeForm, name: '样例乙' } })
  answerWith({ 'PATCH /applications/app-1': { status: 200, body: saved }, [route]: done })
  expect(await submit('app-1')).toEqual({ state: 'submitted' })
})

test('a correction goes its own way', async () => {
  const view = draftView({ state: 'office-returned', form: wholeForm, actions: ['edit', 'correct', 'withdraw'] })
  store.set({ view, changes: {} })
  const server = answerWith({ 'POST /applications/app-1/correction': done })
  expect(await submit('app-1')).toEqual({ state: 'submitted' })
  expect(server.times('POST /applications/app-1/correction')).toBe(1)
})
