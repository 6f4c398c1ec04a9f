import { type UnitItem, type UnitPage } from '@app/contract'
import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCampaign } from '@/shared/api/campaign'
import { send } from '@/shared/api/send'
import { goBack } from '@/shared/navigation'
import { ownDistrict } from '@/shared/storage/own-district'
import { failureText } from '@/shared/texts/errors'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { OptionList } from '@/shared/ui/option-list'
import { TextField } from '@/shared/ui/text-field'
import { DraftPage } from '../../parts/draft/draft-page'
import { type Draft, useDraft } from '../../parts/draft/use-draft'

const useUnits = () => {
  const [page, setPage] = useState<UnitPage>()
  const [problem, setProblem] = useState<string>()
  const find = async (word: string) => {
    const path = `/units?limit=50&query=${encodeURIComponent(word.trim())}`
    const answer = await send<UnitPage>({ method: 'GET', path })
    if (answer.ok) setPage(answer.body)
    setProblem(answer.ok ? undefined : failureText(answer.failure))
  }
  useDidShow(() => void find(''))
  return { page, problem, find: (word: string) => void find(word) }
}

interface ListProps {
  draft: Draft
  onByHand: () => void
}

const hintOf = ({ department, hasContacts }: UnitItem, district: string | undefined) => {
  const nobody = !hasContacts && '还没有经办人，交上去没人审：请先请单位报工考办'
  return [district, department && `主管部门：${department}`, nobody].filter(Boolean).join(' · ') || undefined
}

const FromList = ({ draft, onByHand }: ListProps) => {
  const { page, problem, find } = useUnits()
  const districts = useCampaign()?.districts
  const [word, setWord] = useState('')
  const { unit } = draft.form
  const districtOf = ({ district }: UnitItem) => districts?.find(({ code }) => code === district)?.name
  const options = (page?.items ?? []).map((one) => ({
    value: one.code,
    label: one.name,
    hint: hintOf(one, districtOf(one)),
  }))
  const choose = (code: string) => {
    draft.change({ form: { unit: { code } } })
    const district = page?.items.find((one) => one.code === code)?.district
    if (district) ownDistrict.set(district)
  }
  return (
    <>
      <Card>
        <TextField
          id="unit-word"
          label="找单位"
          hint="输入名称里的几个字"
          value={word}
          onChange={setWord}
          onLeave={find}
        />
        <Button kind="ghost" label="找" spoken="找单位" onPress={() => find(word)} />
      </Card>
      {problem && <NoticeBar tone="warn" text={`单位名单没有取到。${problem}也可以先自己填单位名称。`} />}
      {page?.items.length === 0 && <View className="caption">名单里没有这个名称，换几个字再找，或者自己填。</View>}
      <OptionList
        label="工作单位"
        options={options}
        value={unit && 'code' in unit ? unit.code : undefined}
        onChange={choose}
      />
      <Button kind="text" label="名单里没有我的单位" onPress={onByHand} />
    </>
  )
}

const ByHand = ({ draft, onList }: { draft: Draft; onList: () => void }) => {
  const { unit } = draft.form
  return (
    <>
      <NoticeBar tone="info" text="请填单位公章上的全称。名单里还没有的单位，要等工考办补进名单，单位才能审核。" />
      <Card>
        <TextField
          id="unit-name"
          label="单位全称"
          maxlength={80}
          value={unit && 'typedName' in unit ? unit.typedName : ''}
          onChange={(typedName) => draft.change({ form: { unit: typedName === '' ? null : { typedName } } })}
        />
      </Card>
      <Button kind="text" label="回到单位名单" onPress={onList} />
    </>
  )
}

/** The employer: of the office's list, or typed where it is not on it. */
export default function Unit() {
  const opened = useDraft(useRouter().params.id ?? '')
  const typed = opened.draft?.form.unit
  const [byHand, setByHand] = useState<boolean>()
  const hand = byHand ?? (typed !== undefined && 'typedName' in typed)
  const done = (draft: Draft) => {
    void draft.store()
    goBack()
  }
  const footer = (draft: Draft) => (
    <BottomBar
      primary={{ label: '就是这个单位', onPress: () => done(draft), disabled: draft.form.unit === undefined }}
    />
  )
  return (
    <DraftPage title="工作单位" opened={opened} footer={footer}>
      {(draft) =>
        hand ? (
          <ByHand draft={draft} onList={() => setByHand(false)} />
        ) : (
          <FromList draft={draft} onByHand={() => setByHand(true)} />
        )
      }
    </DraftPage>
  )
}
