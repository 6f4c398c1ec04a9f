import type { PageView, PapersView } from '@app/contract'
import Taro from '../../../test/mocks/taro'
import { answerWith } from '../../../test/mocks/server'
import { pageView, papersView, paperView } from '../../../test/papers'
import type { PickedFile } from '../device/picture/picked'
import { tokens } from '../session/tokens'
import { paperPages } from './use-paper-pages'

/** One wx.uploadFile that is under way. */
export interface Task {
  url: string
  filePath: string
  header: Record<string, string>
  timeout: number
  aborted: boolean
  progress: (event: { progress: number; totalBytesSent: number }) => void
  answer: (status: number, body: unknown) => void
  fail: (error: { errMsg: string; errno?: number }) => void
}

export const asked = 'yearly-assessment:2022'
const jpeg = [0xff, 0xd8, 0xff, 0xe0]

/** A phone as its APIs show it to the queue: files of given sizes, uploads that the test answers, a server that keeps what arrived. */
export class QueuePhone {
  readonly tasks: Task[] = []
  readonly arrived: PageView[] = []
  readonly files = new Map<string, { bytes: number; head: number[] }>()
  readonly server = answerWith({
    'GET /applications/a1/papers': () => ({ status: 200, body: this.papers() }),
    'POST /session/refresh': () => ({ status: 200, body: this.session(2) }),
    'PUT /applications/a1/page-order': () => ({ status: 200, body: this.papers() }),
  })

  constructor() {
    Object.assign(Taro, {
      env: { USER_DATA_PATH: 'wxfile://usr' },
      canIUse: () => true,
      uploadFile: (options: object) => this.upload(options as Omit<Task, 'answer' | 'fail' | 'progress' | 'aborted'>),
      getFileSystemManager: () => this.fileSystem(),
      getImageInfo: jest.fn().mockRejectedValue({ errMsg: 'getImageInfo:fail' }),
      onAppShow: jest.fn(),
      onAppHide: jest.fn(),
      onNetworkStatusChange: jest.fn(),
    })
    this.signIn()
  }

  signIn(account = 'person-1'): void {
    tokens.set({
      accessToken: 'access-1',
      refreshToken: 'refresh-1',
      account: { id: account, contactOf: [], consents: [] },
    })
  }

  pick(name: string, bytes = 1_000_000, head = jpeg): PickedFile {
    const path = `wxfile://tmp_${name}.jpg`
    this.files.set(path, { bytes, head })
    return { path, bytes, kind: 'jpeg', name }
  }

  /** Picks files for the paper, as a person does. */
  async add(...names: string[]): Promise<void> {
    const files = names.map((name) => this.pick(name))
    paperPages('a1').add(asked, files)
    await this.settle()
  }

  /** Under jest's fake timers. */
  async pass(ms: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms)
    await this.settle()
  }

  task(n: number): Task {
    const found = this.tasks[n]
    if (!found) throw new Error(`there was no upload ${n}`)
    return found
  }

  /** Lets what is promised come about, without time passing. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 60; turn += 1) await Promise.resolve()
  }

  shown = (paper = asked) => paperPages('a1').papers.find(({ view }) => view.item.id === paper)?.pages ?? []
  states = () => this.shown().map(({ state }) => state.kind)
  key = (task: Task) => task.header['idempotency-key'] ?? ''

  /** The server takes it: its page is looked at. */
  arrive(task: Task, id: string): void {
    const paper = new URL(task.url, 'https://x').searchParams.get('paper') ?? ''
    const page = pageView(id, {
      paper,
      state: 'checking',
      uploadKey: this.key(task),
      position: this.arrived.length + 1,
    })
    this.arrived.push(page)
    task.answer(202, { pages: [page] })
  }

  private papers(): PapersView {
    return papersView([paperView(asked, { pages: this.arrived })])
  }

  private session(n: number) {
    const account = tokens.get()?.account
    return { accessToken: `access-${n}`, refreshToken: `refresh-${n}`, expiresInSeconds: 1800, account }
  }

  private upload(options: Omit<Task, 'answer' | 'fail' | 'progress' | 'aborted'>) {
    let tell: Task['progress'] = () => undefined
    let task: Task | undefined
    const done = new Promise((resolve, reject) => {
      task = {
        ...options,
        aborted: false,
        progress: (event) => tell(event),
        answer: (statusCode, body) =>
          resolve({ statusCode, data: typeof body === 'string' ? body : JSON.stringify(body) }),
        fail: reject,
      }
      this.tasks.push(task)
    })
    return Object.assign(done, {
      progress: (listener: Task['progress']) => (tell = listener),
      abort: () => {
        if (task) task.aborted = true
        task?.fail({ errMsg: 'uploadFile:fail abort' })
      },
    })
  }

  private fileSystem() {
    const gone = { errMsg: 'fail no such file or directory' }
    interface Asked {
      filePath: string
      srcPath: string
      destPath: string
      success?: (result: object) => void
      fail?: (error: object) => void
      complete?: () => void
    }
    const answering = (work: (asked: Asked) => object | undefined) => (asked: Asked) => {
      const result = work(asked)
      if (result) asked.success?.(result)
      else asked.fail?.(gone)
      asked.complete?.()
    }
    return {
      readFile: answering(({ filePath }) => {
        const file = this.files.get(filePath)
        return file && { data: new Uint8Array(file.head).buffer }
      }),
      getFileInfo: answering(({ filePath }) => {
        const file = this.files.get(filePath)
        return file && { size: file.bytes }
      }),
      copyFile: answering(({ srcPath, destPath }) => {
        const file = this.files.get(srcPath)
        if (file) this.files.set(destPath, file)
        return file
      }),
      unlink: answering(({ filePath }) => (this.files.delete(filePath) ? {} : undefined)),
    }
  }
}
