import { findPack } from '@app/shared-rules'
import { Injectable, Logger } from '@nestjs/common'
import { wellFormed } from '../platform/http/well-formed'
import { OfficeClient } from '../platform/office/office-client'
import { Settings } from '../platform/settings/settings'
import { checkReference } from './check-reference'
import { ReferenceFault } from './fields'
import { parseReference } from './parse-reference'
import { ReferenceStore } from './reference-store'

export const refreshJob = 'refresh-reference'

/** Asks the office for its list. Whatever goes wrong, what is stored goes on holding. */
@Injectable()
export class ReferenceRefresh {
  private readonly logger = new Logger('reference')

  constructor(
    private readonly office: OfficeClient,
    private readonly store: ReferenceStore,
    private readonly settings: Settings,
  ) {}

  async run(): Promise<void> {
    const { campaign } = this.settings
    const known = await this.store.stamp(campaign)
    const path = `/v1/reference/${encodeURIComponent(campaign)}`
    const headers = known ? { 'if-none-match': known.version } : undefined
    const answer = await this.office.send({ method: 'GET', path, headers })
    if (answer.kind !== 'answer') return this.logger.warn({ reason: answer.reason }, 'the office gave no list')
    if (answer.status === 304 && known) return this.store.confirm(campaign, known.version)
    const version = answer.headers.get('etag')
    if (answer.status !== 200 || !version) {
      return this.logger.warn({ status: answer.status }, 'the office gave no list')
    }
    await this.take(campaign, version, answer.body)
  }

  private async take(campaign: string, version: string, body: Buffer): Promise<void> {
    try {
      const reference = parseReference(wellFormed(JSON.parse(body.toString('utf8'))))
      const pack = findPack(campaign)
      if (pack !== undefined) checkReference(reference.data, pack)
      await this.store.replace(campaign, version, reference)
      this.logger.log({ version }, 'the list of the office is loaded')
    } catch (error) {
      if (!(error instanceof ReferenceFault || error instanceof SyntaxError)) throw error
      this.logger.error({ version, fault: error.message }, 'the list of the office is not usable; the old one holds')
    }
  }
}
