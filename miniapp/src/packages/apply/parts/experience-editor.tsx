import { type WorkExperience } from '@app/contract'
import { type Pack } from '@app/shared-rules'
import { useState } from 'react'
import { DateWheel } from '@/shared/ui/date-wheel'
import { OptionList } from '@/shared/ui/option-list'
import { TextField } from '@/shared/ui/text-field'
import { ItemSteps } from './item-steps'

interface Props {
  label: string
  pack: Pack
  /** What is likely where nothing is given yet. */
  start: WorkExperience
  onSave: (experience: WorkExperience) => void
  onCancel: () => void
}

const untilOptions = [
  { value: 'now', label: '到现在' },
  { value: 'ended', label: '已经结束' },
] as const

const useSteps = ({ pack }: Props, draft: WorkExperience, set: (next: WorkExperience) => void) => {
  const latest = pack.schedule.registrationClosesOn
  const { from, to, employer, post } = draft
  const until = (value: (typeof untilOptions)[number]['value']) => {
    const { to: _before, ...rest } = draft
    set(value === 'now' ? rest : { ...rest, to: to ?? latest.slice(0, 7) })
  }
  const fromWheel = (
    <DateWheel
      label="开始时间"
      value={from}
      onChange={(value) => set({ ...draft, from: value, ...(to !== undefined && to < value ? { to: value } : {}) })}
      precision="month"
      min="1955-01-01"
      max={latest}
    />
  )
  const toWheel = (
    <>
      <OptionList label="结束时间" options={untilOptions} value={to === undefined ? 'now' : 'ended'} onChange={until} />
      {to !== undefined && (
        <DateWheel
          label="结束时间"
          value={to}
          onChange={(value) => set({ ...draft, to: value })}
          precision="month"
          min={`${from}-01`}
          max={latest}
        />
      )}
    </>
  )
  const words = (key: 'employer' | 'post', label: string, hint: string) => (
    <TextField
      id={`experience-${key}`}
      label={label}
      hint={hint}
      maxlength={80}
      value={draft[key]}
      onChange={(typed) => set({ ...draft, [key]: typed })}
    />
  )
  return [
    { title: '这一段从哪年哪月开始？', body: fromWheel, ready: true },
    { title: '到什么时候？', body: toWheel, ready: true },
    { title: '在哪个单位？', body: words('employer', '单位名称', '写当时的名称'), ready: employer.trim() !== '' },
    { title: '做什么工作？', body: words('post', '岗位（工种）', '如：保管工'), ready: post.trim() !== '' },
  ]
}

/** One stretch of work, asked bit by bit. */
export const ExperienceEditor = (props: Props) => {
  const [draft, setDraft] = useState(props.start)
  const steps = useSteps(props, draft, setDraft)
  const save = () => props.onSave({ ...draft, employer: draft.employer.trim(), post: draft.post.trim() })
  return <ItemSteps label={props.label} steps={steps} saveLabel="存这一段" onSave={save} onCancel={props.onCancel} />
}
