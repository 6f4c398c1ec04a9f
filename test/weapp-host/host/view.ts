import type { Page } from './page'

/** What draws: WeChat's second thread. It is told of every page and every change, in order, and never asked. */
export interface View {
  open(page: Page): void
  /** The same keys and values as of setData. */
  update(page: Page, data: Record<string, unknown>): void
  /** A page that was covered is in front again. */
  show(page: Page): void
  close(page: Page): void
}

export const noView: View = { open() {}, update() {}, show() {}, close() {} }
