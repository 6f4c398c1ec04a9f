import Taro from '@tarojs/taro'
import { draftView, session, wholeForm } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { endSession } from '../session/account'
import { keep, tokens } from '../session/tokens'
import { hasUnsent, localDraft } from './local-draft'

test('signing out takes every application with its ID number off the phone', async () => {
  keep(session)
  const server = answerWith({ 'DELETE /session': { status: 204 } })
  for (const id of ['app-1', 'app-2']) localDraft(id).set({ view: draftView({ id, form: wholeForm }), changes: {} })
  await endSession()
  expect(server.times('DELETE /session')).toBe(1)
  expect(tokens.get()).toBeUndefined()
  for (const id of ['app-1', 'app-2']) {
    expect(localDraft(id).get()).toBeUndefined()
    expect(Taro.getStorageSync(`draft-${id}`)).toBe('')
  }
})

test('what has not reached the server is known, so that nobody signs out over it', () => {
  localDraft('app-3').set({ view: draftView(), changes: {} })
  expect(hasUnsent()).toBe(false)
  localDraft('app-3').set({ view: draftView(), changes: { form: { name: '样例甲' } } })
  expect(hasUnsent()).toBe(true)
  localDraft('app-3').clear()
  expect(hasUnsent()).toBe(false)
})
