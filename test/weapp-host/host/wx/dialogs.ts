import type { HostLog } from '../log'
import { asyncApi } from './async-api'

export interface Modal {
  title: string
  content: string
  confirmText: string
  cancelText: string
  /** False where there is only one button. */
  showCancel: boolean
}

interface Open<Question, Reply> {
  question: Question
  reply: (reply: Reply) => void
}

/** Dialogs of the system that wait for a thumb: the test looks at them and answers. */
export class Dialogs {
  modals: Open<Modal, { confirm: boolean; content?: string }>[] = []
  sheets: Open<{ itemList: string[] }, number | undefined>[] = []
  title: string | undefined

  constructor(private readonly changed: () => void) {}

  ask<Question, Reply>(list: Open<Question, Reply>[], question: Question): Promise<Reply> {
    return new Promise((resolve) => {
      const open: Open<Question, Reply> = {
        question,
        reply: (reply) => {
          list.splice(list.indexOf(open), 1)
          resolve(reply)
        },
      }
      list.push(open)
      this.changed()
    })
  }
}

type ModalOptions = Partial<Modal>

export function dialogApis(dialogs: Dialogs, log: HostLog, changed: () => void) {
  const say = (options: { title?: string }) => {
    log.toasts.push(options.title ?? '')
    changed()
  }
  const nothing = () => undefined
  const ignored = ['hideToast', 'hideLoading', 'setNavigationBarColor', 'pageScrollTo', 'stopPullDownRefresh']
  return {
    ...Object.fromEntries(ignored.map((name) => [name, asyncApi(log, name, nothing)])),
    showToast: asyncApi<{ title?: string }>(log, 'showToast', say),
    showLoading: asyncApi<{ title?: string }>(log, 'showLoading', say),
    showModal: asyncApi<ModalOptions>(log, 'showModal', async (options) => {
      const { confirm, content } = await dialogs.ask(dialogs.modals, asModal(options))
      return { confirm, cancel: !confirm, content: content ?? null }
    }),
    showActionSheet: asyncApi<{ itemList: string[] }>(log, 'showActionSheet', async ({ itemList }) => {
      const tapIndex = await dialogs.ask(dialogs.sheets, { itemList })
      if (tapIndex === undefined) throw new Error('cancel')
      return { tapIndex }
    }),
    setNavigationBarTitle: asyncApi<{ title: string }>(log, 'setNavigationBarTitle', ({ title }) => {
      dialogs.title = title
    }),
  }
}

const asModal = (options: ModalOptions): Modal => ({
  title: options.title ?? '',
  content: options.content ?? '',
  confirmText: options.confirmText ?? '确定',
  cancelText: options.cancelText ?? '取消',
  showCancel: options.showCancel ?? true,
})
