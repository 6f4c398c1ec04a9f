import { jiaozuo2023 } from './jiaozuo-2023/pack'
import type { Pack } from './pack'

const packs: readonly Pack[] = [jiaozuo2023]

export const packIds: readonly string[] = packs.map((pack) => pack.id)

export const currentPack: Pack = jiaozuo2023

export const findPack = (id: string): Pack | undefined => packs.find((pack) => pack.id === id)
