import { createHash } from 'node:crypto'
import { invalid, problemsOf } from '../contract/validate'
import { type Reference } from '../contract/types'
import { type Storage } from '../storage/open-storage'
import { sampleReference } from './sample-reference'

const sampleCampaign = 'jiaozuo-2023'

/** Reference data as the office last edited it; the sample until then. */
export class ReferenceStore {
  constructor(private readonly storage: Storage) {}

  get(campaign = sampleCampaign): Reference | undefined {
    const row = this.storage
      .prepare<[string], { body: string }>('select body from reference where campaign = ?')
      .get(campaign)
    if (row) return JSON.parse(row.body)
    return campaign === sampleCampaign ? sampleReference(campaign) : undefined
  }

  current(): Reference {
    return this.get() ?? sampleReference(sampleCampaign)
  }

  /** Throws a Refusal where the outcome does not conform to the contract; nothing is changed then. */
  change(changed: Partial<Reference>): Reference {
    // An explicit undefined takes a value back to "not set".
    const next: Reference = JSON.parse(JSON.stringify({ ...this.current(), ...changed }))
    const problems = problemsOf('Reference', next)
    if (problems.length > 0) throw invalid(problems)
    this.storage
      .prepare('insert into reference values (?, ?) on conflict (campaign) do update set body = excluded.body')
      .run(next.campaign, JSON.stringify(next))
    return next
  }
}

export function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}
