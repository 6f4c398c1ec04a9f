import { birthDateOfIdNumber, gradeName, normaliseIdNumber } from '@app/shared-rules'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { goBack, open } from '@/shared/navigation'
import { idNumberText } from '@/shared/texts/id-number'
import { phoneProblem, withoutGaps } from '@/shared/texts/phone'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { inWords } from '@/shared/ui/date-parts'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Row } from '@/shared/ui/row'
import { TextField } from '@/shared/ui/text-field'
import { returnReason } from '../../parts/draft/return-reason'
import { DraftPage } from '../../parts/draft/draft-page'
import { unitText } from '../../parts/draft/part-text'
import { type Draft, useDraft } from '../../parts/draft/use-draft'

type Typed = 'name' | 'idNumber' | 'phone'
type Problems = Partial<Record<Typed, string>>

const problemOf: Record<Typed, (value: string) => string | undefined> = {
  name: (name) => (name.trim() ? undefined : '请填姓名，和身份证上一样。'),
  idNumber: idNumberText,
  phone: phoneProblem,
}

/** The personnel file and the ID number may differ: told, never refused. */
const BirthDate = ({ draft: { form, facts } }: { draft: Draft }) => {
  const born = birthDateOfIdNumber(form.idNumber ?? '')
  if (!born || !facts.birthDate || born.startsWith(facts.birthDate)) return null
  const text = `身份证号上是 ${inWords(born)}出生，您自查时答的是 ${inWords(facts.birthDate)}。档案和身份证不一致也能提交，单位和工考办会看到。`
  return <NoticeBar tone="warn" text={text} />
}

interface FieldsProps {
  draft: Draft
  problems: Problems
  check: (field: Typed, value: string) => void
}

const fields = [
  {
    key: 'name',
    label: '姓名',
    type: 'text',
    maxlength: 20,
    hint: '和身份证上一样',
    format: (typed: string) => typed.trim(),
  },
  {
    key: 'idNumber',
    label: '身份证号',
    type: 'idcard',
    maxlength: 22,
    hint: '18 位，最后一位可能是 X',
    format: normaliseIdNumber,
  },
  { key: 'phone', label: '手机号', type: 'number', maxlength: 13, hint: '审核有变动时用来找您', format: withoutGaps },
] as const

const Fields = ({ draft, problems, check }: FieldsProps) => (
  <Card>
    {fields.map(({ key, ...field }) => (
      <TextField
        key={key}
        {...field}
        id={`basics-${key}`}
        value={draft.form[key] ?? ''}
        disabled={!draft.mayEdit(`form.${key}`)}
        hint={returnReason(draft.view, `form.${key}`) ?? field.hint}
        onChange={(typed) => draft.change({ form: { [key]: typed } })}
        onLeave={(value) => check(key, value)}
        error={problems[key]}
      />
    ))}
    <BirthDate draft={draft} />
  </Card>
)

const Choices = ({ draft }: { draft: Draft }) => {
  const { id, form, grade, view } = draft
  const door = (page: 'unit' | 'grade', allowed: boolean) =>
    allowed ? { action: '选', onPress: () => open('apply', page, { id }) } : {}
  return (
    <Card>
      <Row title="工作单位" caption={unitText(form.unit, view)} {...door('unit', draft.mayEdit('form.unit'))} />
      <Row title="申报等级" caption={grade ? gradeName(grade) : '没有选'} {...door('grade', draft.mayEdit('grade'))} />
    </Card>
  )
}

const useChecks = () => {
  const [problems, setProblems] = useState<Problems>({})
  const problem = (field: Typed, value: string): Problems => {
    const found = problemOf[field](value)
    return found ? { [field]: found } : {}
  }
  // an empty field is told of at “填好了”: who only passes by has done nothing wrong
  const check = (field: Typed, value: string) =>
    setProblems(({ [field]: _before, ...others }) => ({ ...others, ...(value === '' ? {} : problem(field, value)) }))
  const checkAll = ({ form }: Draft) => {
    const found = fields.reduce<Problems>((all, { key }) => ({ ...all, ...problem(key, form[key] ?? '') }), {})
    setProblems(found)
    return Object.keys(found).length === 0
  }
  return { problems, check, checkAll }
}

/** Name, ID number, phone, unit and grade. Checked when a field is left, never while typing. */
export default function Basics() {
  const opened = useDraft(useRouter().params.id ?? '')
  const { problems, check, checkAll } = useChecks()
  const done = (draft: Draft) => {
    void draft.store()
    if (checkAll(draft)) goBack()
  }
  const leave = (draft: Draft, field: Typed, value: string) => {
    check(field, value)
    void draft.store()
  }
  return (
    <DraftPage
      title="基本信息"
      opened={opened}
      footer={(draft) => <BottomBar primary={{ label: '填好了', onPress: () => done(draft) }} />}
    >
      {(draft) => (
        <>
          <Fields draft={draft} problems={problems} check={(field, value) => leave(draft, field, value)} />
          <Choices draft={draft} />
        </>
      )}
    </DraftPage>
  )
}
