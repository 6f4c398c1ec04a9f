import { settings, type TypeSize } from '@/shared/storage/settings'
import { useStored } from '@/shared/storage/stored'
import { Card } from '@/shared/ui/card'
import { type Option, OptionList } from '@/shared/ui/option-list'

const sizes: readonly Option<TypeSize>[] = [
  { value: 'standard', label: '标准' },
  { value: 'large', label: '大字版', hint: '字大三成，按钮也大' },
  { value: 'extra', label: '特大', hint: '字再大一些，一屏内容少一些' },
]

/** Size of type on every page, on top of the one set in WeChat; takes effect at once. */
export const TypeSizeCard = () => (
  <Card title="字的大小">
    <OptionList
      label="字的大小"
      options={sizes}
      value={useStored(settings).typeSize}
      onChange={(typeSize) => settings.set({ typeSize })}
    />
  </Card>
)
