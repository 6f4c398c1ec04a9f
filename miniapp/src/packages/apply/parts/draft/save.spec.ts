import { type EditableApplication, type EditDraft } from '@app/contract'
import Taro from '@tarojs/taro'
import { draftView, session } from '../../../../../test/draft'
import { answerWith } from '../../../../../test/mocks/server'
import { keep, tokens } from '@/shared/session/tokens'
import { localDraft } from '@/shared/storage/local-draft'
import { together } from './parts'
import { save } from './save'

const store = localDraft('app-1')
const route = 'PATCH /applications/app-1'
const typed = (changes: EditDraft, view = draftView()) => store.set({ view, changes })
const stored = (view: EditableApplication) => ({
  status: 412,
  body: { code: 'version-conflict', facts: { stored: view }, requestId: 'r1' },
})

beforeEach(() => keep(session))
afterEach(() => {
  store.clear()
  tokens.clear()
})

test('what was typed goes out with the version that it rests on, and is then the server’s', async () => {
  typed({ form: { name: '样例甲' } })
  const server = answerWith({ [route]: { status: 200, body: draftView({ version: 2, form: { name: '样例甲' } }) } })
  expect(await save('app-1')).toEqual({ state: 'saved' })
  expect(server.asked[0]?.header).toMatchObject({ 'if-match': '"1"' })
  expect(store.get()).toMatchObject({ view: { version: 2 }, changes: {} })
})

test('what is typed while the first save is under way goes out after it', async () => {
  typed({ form: { name: '样' } })
  const server = answerWith({
    [route]: (_asked, before) => {
      const now = store.get()
      if (before === 0 && now) store.set({ ...now, changes: together(now.changes, { form: { name: '样例甲' } }) })
      return { status: 200, body: draftView({ version: before + 2, form: { name: before === 0 ? '样' : '样例甲' } }) }
    },
  })
  await save('app-1')
  expect(server.times(route)).toBe(2)
  expect(store.get()).toMatchObject({ view: { version: 3, form: { name: '样例甲' } }, changes: {} })
})

test('without network it is kept on the phone', async () => {
  typed({ form: { name: '样例甲' } })
  Taro.getNetworkType = jest.fn().mockResolvedValue({ networkType: 'none' })
  expect(await save('app-1')).toMatchObject({ state: 'kept', failure: { code: 'offline' } })
  expect(store.get()?.changes).toEqual({ form: { name: '样例甲' } })
})

test('another phone changed the same part: both are kept, nothing is sent over it', async () => {
  typed({ form: { name: '这一部' } })
  const other = draftView({ version: 2, form: { name: '另一部' } })
  const server = answerWith({ [route]: stored(other) })
  expect(await save('app-1')).toEqual({ state: 'conflict' })
  expect(store.get()).toMatchObject({ changes: { form: { name: '这一部' } }, conflict: { form: { name: '另一部' } } })
  expect(server.times(route)).toBe(1)
  await save('app-1')
  expect(server.times(route)).toBe(1)
})

test('another phone changed another part: both stay', async () => {
  typed({ form: { name: '这一部' } })
  const other = draftView({ version: 2, form: { phone: '12000000009' } })
  const both = draftView({ version: 3, form: { name: '这一部', phone: '12000000009' } })
  const server = answerWith({
    [route]: (_asked, before) => (before === 0 ? stored(other) : { status: 200, body: both }),
  })
  expect(await save('app-1')).toEqual({ state: 'saved' })
  expect(server.asked[1]).toMatchObject({ header: { 'if-match': '"2"' }, data: { form: { name: '这一部' } } })
  expect(store.get()?.view.form).toEqual({ name: '这一部', phone: '12000000009' })
})

test('a save whose answer was lost is no conflict with oneself', async () => {
  typed({ form: { name: '样例甲' } })
  answerWith({ [route]: stored(draftView({ version: 2, form: { name: '样例甲' } })) })
  expect(await save('app-1')).toEqual({ state: 'saved' })
  expect(store.get()).toMatchObject({ view: { version: 2 }, changes: {} })
})

test('what the server does not take stays on the phone, with its reason', async () => {
  typed({ form: { name: '样例甲' } })
  answerWith({ [route]: { status: 409, body: { code: 'not-editable', facts: { items: ['form.name'] } } } })
  expect(await save('app-1')).toMatchObject({ state: 'refused', failure: { code: 'not-editable' } })
  expect(store.get()?.changes).toEqual({ form: { name: '样例甲' } })
})

test('two savings at once are one request', async () => {
  typed({ form: { name: '样例甲' } })
  const server = answerWith({ [route]: { status: 200, body: draftView({ version: 2, form: { name: '样例甲' } }) } })
  await Promise.all([save('app-1'), save('app-1')])
  expect(server.times(route)).toBe(1)
})
