import { stored } from './stored'

/** Size of type: 标准, 大字版 (× 1.3), 特大 (× 1.6); on top of the size set in WeChat. */
export type TypeSize = 'standard' | 'large' | 'extra'

export interface Settings {
  typeSize: TypeSize
}

const parse = (raw: unknown): Settings => {
  const size = typeof raw === 'object' && raw !== null && 'typeSize' in raw ? raw.typeSize : undefined
  return { typeSize: size === 'large' || size === 'extra' ? size : 'standard' }
}

export const settings = stored('settings', parse)
