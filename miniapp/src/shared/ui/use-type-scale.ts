import { useMemo } from 'react'
import { systemTypeScale } from '../device/type-size'
import { settings } from '../storage/settings'
import { useStored } from '../storage/stored'

const chosen = { standard: 1, large: 1.3, extra: 1.6 }
/** Beyond this a question no longer fits a phone. */
const largest = 1.9

/** Scale of type on every page, and whether targets are the large ones. */
export const useTypeScale = () => {
  const { typeSize } = useStored(settings)
  const system = useMemo(systemTypeScale, [])
  const scale = Math.min(largest, chosen[typeSize] * system)
  return { scale, large: scale >= 1.25 }
}
