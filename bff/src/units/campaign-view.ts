import { createHash } from 'node:crypto'
import { configurePack, findPack, type Pack } from '@app/shared-rules'
import type { Campaign, CampaignPayment, District } from '../contract/campaign'
import { AppError } from '../platform/errors/app-error'
import type { ReferenceView } from './campaign-reference'
import type { ReferenceData, ReferenceDistrict } from './reference-data'

/** The pack with the office's list laid over it, as the phone gets it but for `referenceAsOf`. Throws `pack-unknown`. */
export function campaignView(campaign: string, reference: ReferenceView): Campaign {
  const bare = findPack(campaign)
  if (!bare) throw new AppError('pack-unknown', { pack: campaign })
  const { data } = reference
  const pack = configured(bare, data)
  return {
    id: pack.id,
    pack: pack.id,
    year: pack.year,
    reference: reference.loaded ? 'loaded' : 'not-loaded',
    ...(reference.version !== undefined && { referenceVersion: reference.version }),
    schedule: pack.schedule,
    occupations: pack.occupations.map(({ successors, ...occupation }) => ({
      ...occupation,
      ...(successors && { successors: [...successors] }),
    })),
    districts: data.districts.map(districtView),
    pins: data.pins,
    payment: paymentView(data),
    ...(data.photo && { photo: data.photo }),
  }
}

/** Strong ETag over what the phone gets, but for the time at which the office last confirmed it. */
export function etagOf(campaign: Omit<Campaign, 'referenceAsOf'>): string {
  const content = JSON.stringify(campaign)
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`
}

function configured(bare: Pack, data: ReferenceData): Pack {
  const occupations = data.occupations.length === 0 ? undefined : data.occupations
  const { pins, schedule, photo } = data
  return configurePack(bare, { ...(occupations && { occupations }), pins, schedule, ...(photo && { photo }) })
}

function districtView({ code, name, office, onlinePayment }: ReferenceDistrict): District {
  return { code, name, office: office.name, onlinePayment, ...(office.phone && { contactPhone: office.phone }) }
}

function paymentView(data: ReferenceData): CampaignPayment {
  if (data.fees.length === 0) return { state: 'closed', reason: 'fee-not-set' }
  if (data.paymentDeadline === undefined) return { state: 'closed', reason: 'deadline-not-set' }
  return { state: 'open', deadline: data.paymentDeadline }
}
