import { type Certificate, type CertificateKind, type Grade, type Pack } from '@app/shared-rules'
import { useState } from 'react'
import { DateWheel } from '@/shared/ui/date-wheel'
import { OptionList } from '@/shared/ui/option-list'
import { certificateKindOptions, gradeOptions } from '../../texts/choices'
import { ItemSteps } from '../item-steps'
import { OccupationPicker } from '../occupation-picker'

interface Props {
  label: string
  pack: Pack
  /** The certificate to change; absent: a new one. */
  given: Certificate | undefined
  /** The occupation worked in: the likely one. */
  occupation: string | undefined
  onSave: (certificate: Certificate) => void
  onCancel: () => void
}

const gradeOf: Record<`${Grade}`, Grade> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 }

interface Draft {
  grade: `${Grade}` | undefined
  occupation: string | undefined
  issuedOn: string
  kind: CertificateKind
}

const draftOf = ({ given, occupation, pack }: Props): Draft => ({
  grade: given && `${given.grade}`,
  occupation: given?.occupation ?? occupation,
  issuedOn: given?.issuedOn ?? `${pack.year - 5}-12`,
  kind: given?.kind ?? 'public-sector',
})

/** An unchanged date keeps the exam year that was asked for it. */
const finished = (draft: Draft, given: Certificate | undefined): Certificate | undefined => {
  if (!draft.grade || !draft.occupation) return undefined
  const examYear =
    given?.issuedOn === draft.issuedOn && given.examYear !== undefined ? { examYear: given.examYear } : {}
  const kind = draft.kind === 'public-sector' ? {} : { kind: draft.kind }
  return { grade: gradeOf[draft.grade], occupation: draft.occupation, issuedOn: draft.issuedOn, ...examYear, ...kind }
}

const useSteps = ({ pack }: Props, draft: Draft, set: (part: Partial<Draft>) => void) => {
  const kind = (
    <OptionList
      label="证书种类"
      options={certificateKindOptions(pack)}
      value={draft.kind}
      onChange={(kind) => set({ kind })}
    />
  )
  const grade = (
    <OptionList label="等级" options={gradeOptions} value={draft.grade} onChange={(grade) => set({ grade })} />
  )
  const occupation = (
    <OccupationPicker
      label="工种"
      occupations={pack.occupations}
      value={draft.occupation}
      onChange={(code) => set({ occupation: code })}
    />
  )
  const date = (
    <DateWheel
      label="发证时间"
      value={draft.issuedOn}
      onChange={(issuedOn) => set({ issuedOn })}
      precision="month"
      min="1970-01-01"
      max={pack.schedule.registrationClosesOn}
    />
  )
  return [
    { title: '是哪种证书？', body: kind, ready: true },
    { title: '证书是几级的？', body: grade, ready: draft.grade !== undefined },
    { title: '证书上是哪个工种？', body: occupation, ready: draft.occupation !== undefined },
    { title: '证书是哪年哪月发的？', hint: '看证书上的“发证日期”。', body: date, ready: true },
  ]
}

export const CertificateEditor = (props: Props) => {
  const [draft, setDraft] = useState(() => draftOf(props))
  const steps = useSteps(props, draft, (part) => setDraft({ ...draft, ...part }))
  const save = () => {
    const certificate = finished(draft, props.given)
    if (certificate) props.onSave(certificate)
  }
  return <ItemSteps label={props.label} steps={steps} saveLabel="存这本证书" onSave={save} onCancel={props.onCancel} />
}
