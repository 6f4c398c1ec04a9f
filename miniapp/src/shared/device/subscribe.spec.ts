import { act } from '@testing-library/react'
import { answerWith } from '../../../test/mocks/server'
import Taro from '../../../test/mocks/taro'
import { askToSubscribe, hasTemplates, loadTemplates } from './subscribe'
import { type Asked } from './subscribe-asked'
import { popup, templateIds, templatesLoaded } from './subscribe.fixture'

jest.mock('./subscribe', () => jest.requireActual('./subscribe.weapp'))

afterEach(() => jest.useRealTimers())

/** A tap whose own work comes after the asking. */
const tapOn = async (wechat: ReturnType<typeof popup>, ...given: Parameters<typeof askToSubscribe>) => {
  const went: Asked[] = []
  await wechat.during(() => void askToSubscribe(...given).then((asked) => went.push(asked)))
  return went
}

test('[danger 52] the ids are on the phone beforehand, so that the popup opens in the tap itself', async () => {
  await templatesLoaded()
  const wechat = popup()
  const server = answerWith({})
  const went = await tapOn(wechat, ['todo', 'progress', 'exam'])
  expect(wechat.asked).toEqual([['tmpl-todo', 'tmpl-progress', 'tmpl-exam']])
  expect([server.asked, went]).toEqual([[], []])
  await wechat.answer('accept')
  expect(went).toEqual(['asked'])
})

test('[danger 52] a tap that waits for something first gets no popup, and goes on all the same', async () => {
  await templatesLoaded()
  const wechat = popup()
  const went: Asked[] = []
  await wechat.during(() => void Promise.resolve().then(async () => went.push(await askToSubscribe(['todo']))))
  expect([wechat.asked, went]).toEqual([[], ['failed']])
})

test('[danger 52] after a start without network the ids of the last time are used', async () => {
  await templatesLoaded()
  answerWith({})
  await loadTemplates()
  expect(hasTemplates()).toBe(true)
  const wechat = popup()
  await tapOn(wechat, ['exam'])
  expect(wechat.asked).toEqual([['tmpl-exam']])
  await wechat.answer('accept')
})

test.each(['accept', 'reject', 'ban', 'filter'] as const)(
  '%s: the tap goes on, and the server is told nothing',
  async (said) => {
    await templatesLoaded()
    const wechat = popup()
    const server = answerWith({})
    const went = await tapOn(wechat, ['todo'])
    await wechat.answer(said)
    expect([went, server.asked]).toEqual([['asked'], []])
  },
)

test.each([10001, 10002, 10003, 10004, 10005, 20001, 20002, 20003, 20005, 20013])(
  '%i: the tap goes on',
  async (errCode) => {
    await templatesLoaded()
    const wechat = popup()
    const went = await tapOn(wechat, ['todo'])
    await wechat.fail(errCode)
    expect(went).toEqual(['failed'])
  },
)

test('20004, the main switch is off: the tap goes on, and knows it', async () => {
  await templatesLoaded()
  const wechat = popup()
  const went = await tapOn(wechat, ['todo'])
  await wechat.fail(20004)
  expect(went).toEqual(['switched-off'])
})

test('a phone that calls nothing but `complete` ends it too', async () => {
  await templatesLoaded()
  const wechat = popup()
  const went = await tapOn(wechat, ['todo'])
  await wechat.completeOnly({ errMsg: 'requestSubscribeMessage:fail cancel' })
  expect(went).toEqual(['failed'])
})

test('a WeChat without the call: the tap goes on', async () => {
  await templatesLoaded()
  Object.assign(Taro, {
    requestSubscribeMessage: () => {
      throw new TypeError('undefined is not a function')
    },
  })
  expect(await askToSubscribe(['todo'])).toBe('failed')
})

test.each<[string, object, Asked]>([
  ['no template is set up', {}, 'not-asked'],
  ['this one is not set up', { progress: templateIds.progress }, 'not-asked'],
  ['the server says nonsense', { todo: 7 }, 'not-asked'],
])('%s: no popup', async (_case, ids, ends) => {
  await templatesLoaded(ids)
  const wechat = popup()
  expect(await tapOn(wechat, ['todo'])).toEqual([ends])
  expect(wechat.calls()).toBe(0)
})

test('two quick taps are one popup, and one of them goes on', async () => {
  await templatesLoaded()
  const wechat = popup()
  const first = await tapOn(wechat, ['todo'])
  const second = await tapOn(wechat, ['todo'])
  await wechat.answer('accept')
  expect([wechat.calls(), first, second]).toEqual([1, ['asked'], []])
})

test('where WeChat never tells of the end, the next tap goes on at once and the one before it does nothing any more', async () => {
  await templatesLoaded()
  jest.useFakeTimers()
  const wechat = popup()
  const first = await tapOn(wechat, ['todo'])
  await act(() => jest.advanceTimersByTimeAsync(1500))
  const second = await tapOn(wechat, ['todo'])
  expect([first, second]).toEqual([[], ['failed']])
  await wechat.answer('accept')
  expect(first).toEqual([])
})

test('a tap that is made over and over asks once a day of the server, and never while the day is unknown', async () => {
  await templatesLoaded()
  const wechat = popup()
  const on = async (onceOn: string | undefined) => {
    const went = await tapOn(wechat, ['todo'], { onceOn })
    await wechat.answer('reject')
    return went
  }
  expect(await on(undefined)).toEqual(['not-asked'])
  expect(await on('2023-03-22')).toEqual(['asked'])
  expect(await on('2023-03-22')).toEqual(['not-asked'])
  expect(await on('2023-03-23')).toEqual(['asked'])
  expect(wechat.calls()).toBe(2)
})

test('on the web nothing is asked', async () => {
  const web = jest.requireActual<typeof import('./subscribe.h5')>('./subscribe.h5')
  const wechat = popup()
  expect(await web.askToSubscribe(['todo'])).toBe('not-asked')
  expect([wechat.calls(), web.hasTemplates()]).toEqual([0, false])
})
