import { type SubscribeTemplateIds } from '@app/contract'
import { act, fireEvent } from '@testing-library/react'
import Taro from '../../../test/mocks/taro'
import { loadTemplates } from './subscribe.weapp'

export const templateIds: SubscribeTemplateIds = { progress: 'tmpl-progress', todo: 'tmpl-todo', exam: 'tmpl-exam' }

/** The server names its templates, as it does when the app starts. */
export const templatesLoaded = async (ids: SubscribeTemplateIds = templateIds) => {
  const before = Taro.request
  Taro.request = jest.fn().mockResolvedValue({ statusCode: 200, data: ids, header: {} })
  await act(() => loadTemplates())
  Taro.request = before
}

interface Asking {
  tmplIds: string[]
  complete?: (said: object) => void
}

/**
 * WeChat's popup: it opens only while a tap lasts, and no tap outlasts an await. The test taps by `tap` and answers the popup by `answer` or
 * `fail`; until then it stays open.
 */
export const popup = () => {
  let tapping = false
  const asked: string[][] = []
  let end:
    { answer: (said: object) => void; fail: (error: object) => void; complete: (said: object) => void } | undefined
  const open = jest.fn(({ tmplIds, complete }: Asking) => {
    if (!tapping) {
      return Promise.reject({
        errCode: 10005,
        errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
      })
    }
    asked.push(tmplIds)
    return new Promise((resolve, reject) => {
      end = { answer: resolve, fail: reject, complete: (said) => complete?.(said) }
    })
  })
  Object.assign(Taro, { requestSubscribeMessage: open })
  const ending = (close: () => void) => act(async () => close())
  return {
    asked,
    calls: () => open.mock.calls.length,
    /** Whatever the handler does after an await comes when the tap is over. */
    during: async (handler: () => void) => {
      await act(async () => {
        tapping = true
        handler()
        tapping = false
      })
    },
    tap(element: Element) {
      return this.during(() => void fireEvent.click(element))
    },
    answer: (said: 'accept' | 'reject' | 'ban' | 'filter') =>
      ending(() =>
        end?.answer({
          errMsg: 'requestSubscribeMessage:ok',
          ...Object.fromEntries((asked.at(-1) ?? []).map((id) => [id, said])),
        }),
      ),
    fail: (errCode: number) => ending(() => end?.fail({ errCode, errMsg: 'requestSubscribeMessage:fail' })),
    completeOnly: (said: object) => ending(() => end?.complete(said)),
  }
}
