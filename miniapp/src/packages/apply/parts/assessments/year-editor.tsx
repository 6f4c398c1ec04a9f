import { type Pack, type YearlyAssessment } from '@app/shared-rules'
import { useState } from 'react'
import { CheckLine } from '@/shared/ui/check-line'
import { OptionList } from '@/shared/ui/option-list'
import { resultOptions } from '../../texts/choices'
import { ItemSteps } from '../item-steps'

interface Props {
  pack: Pack
  year: number
  /** The last of the five: it alone may still be unfiled. */
  latest: boolean
  given: YearlyAssessment | undefined
  onSave: (assessment: YearlyAssessment) => void
  onCancel: () => void
}

/** The result of one year, and what hangs on it. */
export const YearEditor = ({ pack, year, latest, given, onSave, onCancel }: Props) => {
  const [result, setResult] = useState(given?.result)
  const [member, setMember] = useState(given?.outstandingPartyMember === true)
  const [unfiled, setUnfiled] = useState(given?.filed === false)
  const save = () => {
    if (!result) return
    const more = { ...(member ? { outstandingPartyMember: true } : {}), ...(latest && unfiled ? { filed: false } : {}) }
    onSave({ year, result, ...more })
  }
  const body = (
    <>
      <OptionList label={`${year} 年考核结果`} options={resultOptions(pack)} value={result} onChange={setResult} />
      <CheckLine label="这一年被评为年度优秀共产党员" checked={member} onChange={setMember} />
      {latest && (
        <CheckLine
          label="结果还没有备案"
          hint="单位已经定了等次，组织人事部门还没备案。可以先承诺，考前补交。"
          checked={unfiled}
          onChange={setUnfiled}
        />
      )}
    </>
  )
  const step = { title: `${year} 年的考核结果是什么？`, body, ready: result !== undefined }
  return <ItemSteps label="年度考核" steps={[step]} saveLabel="存好" onSave={save} onCancel={onCancel} />
}
