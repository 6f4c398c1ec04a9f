import { View } from '@tarojs/components'
import { type ReactNode } from 'react'
import { CheckLine } from '@/shared/ui/check-line'
import { OptionList } from '@/shared/ui/option-list'
import { TextField } from '@/shared/ui/text-field'
import { type ReasonCode, reasonsFor, wordsFor } from './return-items'

export type Chosen = Record<string, { code: ReasonCode; words: string }>

interface Props {
  /** `form.name`, `papers.id-card`, `pages.PAGEID`. */
  item: string
  name: string
  /** What stands there now. */
  value: string
  chosen: Chosen[string] | undefined
  onChange: (next: Chosen[string] | undefined) => void
  /** The page itself. */
  children?: ReactNode
}

/** One thing to mend: ticked, it asks for the reason, which is what the person reads. */
export const ReturnChoice = ({ item, name, value, chosen, onChange, children }: Props) => {
  const pick = (code: ReasonCode) => onChange({ code, words: wordsFor(item, code) })
  const options = reasonsFor(item).map(({ code, words }) => ({ value: code, label: words }))
  const first = options[0]?.value ?? 'other'
  return (
    <View className="desk__item">
      <CheckLine
        label={name}
        hint={value}
        checked={chosen !== undefined}
        onChange={(on) => (on ? pick(first) : onChange(undefined))}
      />
      {children}
      {chosen && (
        <>
          <OptionList label={`${name}：为什么退回`} options={options} value={chosen.code} onChange={pick} />
          <TextField
            id={`words-${name}`}
            label="写给本人看的话"
            value={chosen.words}
            onChange={(words) => onChange({ ...chosen, words })}
          />
        </>
      )}
    </View>
  )
}
