import { type Campaign } from '@app/contract'
import { configurePack, findPack, type Pack } from '@app/shared-rules'
import { useMemo } from 'react'
import { stored, useStored } from '../storage/stored'
import { send } from './send'

interface Copy {
  campaign: Campaign
  etag?: string
}

const isCampaign = (raw: unknown): raw is Campaign =>
  typeof raw === 'object' && raw !== null && 'pack' in raw && 'schedule' in raw && 'occupations' in raw && 'pins' in raw

const parse = (raw: unknown): Copy | undefined => {
  if (typeof raw !== 'object' || raw === null || !('campaign' in raw) || !isCampaign(raw.campaign)) return undefined
  const etag = 'etag' in raw && typeof raw.etag === 'string' ? { etag: raw.etag } : {}
  return { campaign: raw.campaign, ...etag }
}

/** The last copy of the office's data; the phone works from it while there is no network. */
export const campaignCopy = stored('campaign', parse)

/** The pack that this app was built with; a newer one needs a newer app. */
export const builtInPack = 'jiaozuo-2023'

const bare = (): Pack => {
  const pack = findPack(builtInPack)
  if (!pack) throw new Error(`the app was built without its pack ${builtInPack}`)
  return pack
}

const configured = (copy: Copy | undefined): Pack => {
  const pack = copy && findPack(copy.campaign.pack)
  if (!copy || !pack || copy.campaign.reference === 'not-loaded') return bare()
  const { occupations, pins, schedule, photo } = copy.campaign
  return configurePack(pack, { occupations, pins, schedule, ...(photo && { photo }) })
}

/** The law on this phone: the pack with the office's data of the last copy laid over it. */
export const usePack = (): Pack => {
  const copy = useStored(campaignCopy)
  return useMemo(() => configured(copy), [copy])
}

export const currentPack = (): Pack => configured(campaignCopy.get())

/** The office's data as last loaded; undefined before the first time. */
export const useCampaign = () => useStored(campaignCopy)?.campaign

/** Asks for newer data. Silent: without network the last copy goes on. */
export const refreshCampaign = async () => {
  const known = campaignCopy.get()
  const headers: Record<string, string> = known?.etag ? { 'if-none-match': known.etag } : {}
  const answer = await send<unknown>({ method: 'GET', path: '/campaigns/current', headers })
  if (!answer.ok || answer.status === 304 || !isCampaign(answer.body)) return
  campaignCopy.set({ campaign: answer.body, ...(answer.etag === undefined ? {} : { etag: answer.etag }) })
}
