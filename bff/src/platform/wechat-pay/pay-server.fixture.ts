import { createPrivateKey, createSign, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Logger } from '@nestjs/common'
import {
  merchantFiles,
  sampleMerchant,
  type SandboxMerchant,
} from '../../../../test/sandbox/wechat-pay/sample-merchant'
import { readSettings } from '../settings/read-settings'
import { machineNow } from '../time/machine-now'
import { WechatPay } from './wechat-pay'

export const appid = 'wx0000000000000001'

/** A WechatPay with the sample merchant. */
export async function openWechatPay(baseUrl: string, changes: Record<string, string> = {}): Promise<WechatPay> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wechat-pay-'))
  const key = Buffer.alloc(32, 7).toString('base64')
  const settings = readSettings({
    NODE_ENV: 'test',
    WECHAT_APP_ID: appid,
    WECHAT_APP_SECRET: 'secret',
    OFFICE_BASE_URL: 'https://office.example',
    OFFICE_KEYS: `k1:${key}`,
    OFFICE_DIGEST_KEY: key,
    FIELD_KEYS: `k1:${key}`,
    INDEX_KEY: key,
    PUBLIC_URL: 'https://registration.example',
    WECHAT_PAY_BASE_URL: baseUrl,
    ...merchantFiles(await sampleMerchant(), folder),
    ...changes,
  })
  rmSync(folder, { recursive: true })
  return new WechatPay(settings)
}

export const machineSeconds = (): number => Math.floor(machineNow().getTime() / 1000)

const levels = ['debug', 'log', 'warn', 'error'] as const

/** Keeps what is logged, as `level text`, instead of printing it. Call in beforeEach. */
export function catchLog(): string[] {
  const lines: string[] = []
  for (const level of levels)
    jest.spyOn(Logger.prototype, level).mockImplementation((...parts: unknown[]) => {
      lines.push(`${level} ${JSON.stringify(parts)}`)
    })
  return lines
}

export interface SignedBy {
  id: string
  privateKey: string
}

export type SignatureHeaders = Record<
  'wechatpay-timestamp' | 'wechatpay-nonce' | 'wechatpay-signature' | 'wechatpay-serial',
  string
>

/** The headers with which WeChat Pay signs what it sends, by node:crypto alone. */
export function signed(body: string | Buffer, by: SignedBy, timestamp = String(machineSeconds())): SignatureHeaders {
  const nonce = randomBytes(16).toString('hex')
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), Buffer.from(body), Buffer.from('\n')])
  const signature = createSign('sha256').update(message).sign(createPrivateKey(by.privateKey), 'base64')
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signature,
    'wechatpay-serial': by.id,
  }
}

export interface Received {
  method: string
  target: string
  headers: IncomingHttpHeaders
  body: string
}

export interface Reply {
  status?: number
  body?: string | Buffer
  headers?: Record<string, string>
  /** Instead of the public key; `nobody` sends no signature. */
  by?: SignedBy | 'nobody'
  /** Takes over the answer. */
  raw?: (response: ServerResponse) => void
}

/** Answers what it is told to, in order, and keeps what it got: for faults that no server of WeChat Pay shows when asked. */
export class PayServer {
  readonly received: Received[] = []
  private readonly replies: Reply[] = []

  private constructor(
    private readonly server: Server,
    readonly merchant: SandboxMerchant,
  ) {}

  static async start(): Promise<PayServer> {
    const server = createServer()
    const running = new PayServer(server, await sampleMerchant())
    server.on('request', (request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const { method = '', url: target = '', headers } = request
        running.received.push({ method, target, headers, body: Buffer.concat(parts).toString() })
        running.reply(response, running.replies.shift() ?? { status: 500 })
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return running
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** Answers of the next calls; forgets those that were not used and what was received. */
  will(...replies: Reply[]): void {
    this.received.length = 0
    this.replies.splice(0, Infinity, ...replies)
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private reply(response: ServerResponse, { status = 200, body = '', headers, by, raw }: Reply): void {
    if (raw) return raw(response)
    const signature = by === 'nobody' ? {} : signed(body, by ?? this.merchant.platform)
    response.writeHead(status, { 'request-id': '08F78BB3-268512771', ...signature, ...headers }).end(body)
  }
}
