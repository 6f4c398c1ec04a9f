import { Host, type HostOptions } from '../host/host'
import type { Page } from '../host/page'
import type { Modal } from '../host/wx/dialogs'
import { draw, type Element } from './element'
import { dispatch } from './events'
import { findAll, findOne, textOf, type Query } from './find'
import { Templates, type TaroNode } from './templates'
import { Waiter } from './wait'
import { afterTap, optionIndex, turnColumn, type Ticks } from './widgets'

export interface LaunchOptions extends HostOptions {
  /** Page to start at; absent: the app's first. */
  url?: string
  /** Milliseconds that an action or a waiting may take. */
  patience?: number
  /** What WeChat answers to buttons with an open-type, such as getPhoneNumber: the event's detail. */
  openTypes?: Record<string, () => Promise<object>>
}

type Asked = string | RegExp | Query

/** A person with the mini-program in the hand: sees words, taps, types, waits. */
export class Driver {
  readonly host: Host
  private readonly templates: Templates
  private readonly waiter = new Waiter()
  private readonly ticks: Ticks = new Map()

  constructor(
    root: string,
    private readonly options: LaunchOptions,
  ) {
    this.host = new Host(root, options)
    this.host.onChange = () => this.waiter.changed()
    this.templates = new Templates(this.host.dist)
    this.host.launch(options.url)
  }

  get page(): Page {
    const page = this.host.navigation.top
    if (!page) throw new Error('no page is open')
    return page
  }

  get route(): string {
    return this.page.route
  }

  /** What the page in front says, line by line. */
  text(): string {
    return textOf(this.drawn())
  }

  find(asked: Asked): Promise<Element> {
    return this.atRest(() => findOne(this.drawn(), asQuery(asked)))
  }

  findAll(asked: Asked): Element[] {
    return findAll(this.drawn(), asQuery(asked))
  }

  async tap(asked: Asked) {
    const element = await this.atRest(() => enabled(findOne(this.drawn(), asQuery(asked))))
    const button = element.upwards.find(({ tag }) => tag === 'button')
    const openType = button?.attribute('open-type')
    const events = afterTap(element, this.ticks)
    if (events.length === 0 || element.upwards.some((each) => each.listensTo('tap'))) this.send(element, 'tap')
    for (const { target, type, detail } of events) this.send(target, type, detail)
    if (button && typeof openType === 'string' && openType !== '') await this.openNative(button, openType)
  }

  /** Types over what stands in a field, then leaves it. The field is found by its label or its placeholder. */
  async input(label: string, value: string) {
    const field = await this.atRest(() => enabled(this.field(label)))
    const limit = Number(field.attribute('maxlength') ?? 140)
    const typed = limit < 0 ? value : value.slice(0, limit)
    for (const type of ['focus', 'input', 'blur']) {
      if (field.listensTo(type)) this.send(field, type, { value: typed, cursor: typed.length })
    }
  }

  /** Chooses in a native picker: words of a selector's option, or the value itself of a date, time or region. */
  async choose(asked: Asked, value: string | string[]) {
    const picker = (await this.find(asked)).upwards.find(({ tag }) => tag === 'picker')
    if (!picker) throw new Error(`${JSON.stringify(asked)} is not in a picker`)
    const selector = (picker.attribute('mode') ?? 'selector') === 'selector' && typeof value === 'string'
    this.send(enabled(picker), 'change', { value: selector ? optionIndex(picker, value) : value })
  }

  /** Turns the wheels of a picker-view to the given rows, one wheel after the other, as a thumb does. */
  async spin(rows: string[], nth = 0) {
    const wheels = () => findOne(this.drawn(), { tag: 'picker-view', nth })
    for (const column of rows.keys()) {
      const view = await this.atRest(wheels)
      const turned = turnColumn(view, column, rows[column] ?? '')
      if (turned) this.send(view, 'change', { value: turned })
      await this.until(() => {
        if (turnColumn(wheels(), column, rows[column] ?? ''))
          throw new Error(`the wheel did not stay at ${rows[column]}`)
      })
    }
  }

  /** Waits until the page in front says so; words may go over the end of a line. */
  async waitForText(words: string | RegExp): Promise<void> {
    await this.until(() => {
      const text = this.text()
      if (!says(text, words)) {
        throw new Error(`${this.route} does not say “${String(words)}” but:\n${text}`)
      }
    })
  }

  /** Waits for anything that a test can look up by itself. */
  waitUntil(holds: () => boolean, otherwise: string): Promise<void> {
    return this.until(() => {
      if (!holds()) throw new Error(otherwise)
    })
  }

  waitForPage(route: string): Promise<void> {
    return this.until(() => {
      if (this.route !== route) {
        throw new Error(`the page in front is ${this.route}, not ${route}:\n${this.text()}`)
      }
    })
  }

  waitForToast(words: string): Promise<void> {
    return this.until(() => {
      if (!this.host.log.toasts.includes(words)) throw new Error(`no toast said “${words}”`)
    })
  }

  /** Waits for a dialog of the system and taps one of its two buttons by its words. */
  async answerModal(button: string, content?: string): Promise<Modal> {
    const open = await this.until(() => first(this.host.dialogs.modals, 'no dialog is open'))
    const { question } = open
    const buttons = [question.confirmText, ...(question.showCancel ? [question.cancelText] : [])]
    if (!buttons.includes(button)) throw new Error(`the dialog has ${buttons.join('、')}, not ${button}`)
    open.reply({ confirm: button === question.confirmText, content })
    return question
  }

  async chooseAction(item: string) {
    const open = await this.until(() => first(this.host.dialogs.sheets, 'no action sheet is open'))
    const index = open.question.itemList.indexOf(item)
    if (index < 0) throw new Error(`no ${item} among ${open.question.itemList.join('、')}`)
    open.reply(index)
  }

  /** The phone's own way back. */
  back() {
    this.host.navigation.navigateBack()
  }

  switchTab(text: string) {
    const tab = this.host.dist.app.tabBar?.list.find((each) => each.text === text)
    if (!tab) throw new Error(`the tab bar has no ${text}`)
    this.host.navigation.switchTab({ url: `/${tab.pagePath}` })
  }

  close() {
    this.host.close()
  }

  private drawn(): Element[] {
    const tree = this.page.data.root as TaroNode | undefined
    return draw(tree?.cn ?? [], this.templates)
  }

  private field(label: string): Element {
    const fields = this.drawn().flatMap((root) => root.inside.filter(({ tag }) => /^(input|textarea)$/.test(tag)))
    const names = ['aria-label', 'placeholder', 'name']
    const field = fields.find((each) => names.some((name) => each.attribute(name) === label))
    if (!field) throw new Error(`no field is called “${label}”`)
    return field
  }

  private async openNative(button: Element, openType: string) {
    const answer = this.options.openTypes?.[openType]
    if (!answer) throw new Error(`this test has no answer to open-type ${openType}: pass openTypes.${openType}`)
    this.send(button, openType.toLowerCase(), await answer())
  }

  private send(element: Element, type: string, detail: object = {}) {
    dispatch(this.host, this.page, element, type, detail)
  }

  /** As `until`, but not before the app has drawn what happened last: no thumb is faster than that. */
  private atRest<T>(condition: () => T): Promise<T> {
    return this.until(() => {
      if (this.host.busy) throw new Error('the app does not come to rest')
      return condition()
    })
  }

  private until<T>(condition: () => T): Promise<T> {
    return this.waiter.until(condition, this.options.patience ?? 15_000).catch((error: Error) => {
      const faults = this.host.log.errors
      throw faults.length ? new Error(`${error.message}\nFaults in the app: ${faults.join('\n')}`) : error
    })
  }
}

const says = (text: string, words: string | RegExp) =>
  typeof words === 'string' ? text.includes(words) || text.replaceAll('\n', '').includes(words) : words.test(text)

const asQuery = (asked: Asked): Query =>
  typeof asked === 'string' || asked instanceof RegExp ? { name: asked } : asked

function enabled(element: Element): Element {
  const disabled = element.upwards.find((each) => each.disabled)
  if (disabled) throw new Error(`<${disabled.tag}> “${disabled.name}” is disabled`)
  return element
}

function first<T>(list: T[], otherwise: string): T {
  const [one] = list
  if (!one) throw new Error(otherwise)
  return one
}

/** Opens the unchanged weapp build in `root`. */
export const launch = (root: string, options: LaunchOptions = {}): Driver => new Driver(root, options)
