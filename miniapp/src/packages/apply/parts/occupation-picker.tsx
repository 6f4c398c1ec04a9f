import { View } from '@tarojs/components'
import { type Occupation } from '@app/shared-rules'
import { useState } from 'react'
import { OptionList } from '@/shared/ui/option-list'
import { TextField } from '@/shared/ui/text-field'

interface Props {
  label: string
  occupations: readonly Occupation[]
  value: string | undefined
  onChange: (code: string) => void
}

/** More than this do not fit two screens: one types a word of the name. */
const fits = 12
/** And no more than this are drawn at once: a long list makes old phones stutter. */
const most = 40

/** A 工种 of the directory, found by a part of its name. */
export const OccupationPicker = ({ label, occupations, value, onChange }: Props) => {
  const [typed, setTyped] = useState('')
  const word = typed.trim()
  const found = occupations.filter(({ name, code }) => code === value || name.includes(word))
  const options = found.slice(0, most).map(({ code, name, cancelled }) => ({
    value: code,
    label: name,
    hint: cancelled ? '这个工种已被取消' : undefined,
  }))
  return (
    <View>
      {occupations.length > fits && (
        <TextField
          id="occupation-word"
          label="找工种"
          hint="输入名称里的一个字，如“驾”"
          value={typed}
          onChange={setTyped}
        />
      )}
      <OptionList label={label} options={options} value={value} onChange={onChange} />
      {found.length === 0 && <View className="caption">没有这个名称的工种。请换一个字再找，以证书上的名称为准。</View>}
      {found.length > most && (
        <View className="caption">{`还有 ${found.length - most} 个没列出来，请在上面输入名称里的字。`}</View>
      )}
    </View>
  )
}
