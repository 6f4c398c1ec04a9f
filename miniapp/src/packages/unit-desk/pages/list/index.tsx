import { type DeskGroup, type DeskRow } from '@app/contract'
import { gradeName } from '@app/shared-rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { verdictTag } from '@/packages/apply/parts/verdict/tags'
import { pressable } from '@/shared/device/press'
import { open, openTab } from '@/shared/navigation'
import { chineseDay } from '@/shared/texts/days'
import { failureText } from '@/shared/texts/errors'
import { momentText } from '@/shared/texts/instants'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { EmptyState } from '@/shared/ui/empty-state'
import { FailurePage } from '@/shared/ui/failure-page'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { ClaimCard } from '../../parts/claims-card'
import { groups, useDeskList } from '../../parts/desk-list'
import { deskPlaceText } from '../../parts/seen-by-contact'
import './index.scss'

const title = '单位审核'

interface GroupsProps {
  counts: Record<DeskGroup, number>
  shown: DeskGroup
  onShow: (group: DeskGroup) => void
}

const Groups = ({ counts, shown, onShow }: GroupsProps) => (
  <View className="desk__groups" {...aria('radiogroup', { label: '看哪一些' })}>
    {groups.map(({ group, name }) => (
      <View
        key={group}
        className={`desk__group${group === shown ? ' desk__group--on' : ''}`}
        {...aria('radio', { checked: group === shown, label: `${name} ${counts[group]} 人` })}
        {...pressable(() => onShow(group))}
      >
        {`${name} ${counts[group]}`}
      </View>
    ))}
  </View>
)

const captionOf = ({ group, limit, state, holder, submittedAt, grade, occupation }: DeskRow) => {
  const until = limit ? `${chineseDay(limit)}24:00 前` : ''
  const where = group === 'for-me' ? `${momentText(submittedAt)}提交` : deskPlaceText({ state, holder })
  const what = [gradeName(grade), occupation?.name].filter(Boolean).join('· ')
  return { what, when: [where, until].filter(Boolean).join(' · ') }
}

const Person = ({ row, units }: { row: DeskRow; units: number }) => (
  <Row
    title={units > 1 ? `${row.name} · ${row.unit}` : row.name}
    caption={captionOf(row).what}
    tag={verdictTag(row.verdict)}
    onPress={() => open('unit-desk', 'person', { id: row.id })}
  >
    <View className="caption">{captionOf(row).when}</View>
  </Row>
)

/** Who waits for this contact, the most urgent first; the others by where they are. */
export default function DeskPage() {
  const [group, setGroup] = useState<DeskGroup>('for-me')
  const { list, rows, failure, reload, more } = useDeskList(group)
  const back = () => openTab('me')
  if (!list) {
    if (!failure) return <Page title={title} back={back} loading />
    return <FailurePage title={title} failure={failure} onRetry={reload} back={back} />
  }
  const empty = groups.find((one) => one.group === group)?.empty ?? ''
  return (
    <Page title={title} back={back}>
      {failure && <NoticeBar tone="warn" text={failureText(failure)} action={{ label: '再试一次', onPress: reload }} />}
      {list.claims.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} onDecided={reload} />
      ))}
      <Groups counts={list.counts} shown={group} onShow={setGroup} />
      {rows.length === 0 ? (
        <EmptyState title={empty} text={`您负责：${list.units.map(({ name }) => name).join('、')}`} />
      ) : (
        <Card>
          {rows.map((row) => (
            <Person key={row.id} row={row} units={list.units.length} />
          ))}
        </Card>
      )}
      {more && <Button kind="ghost" label="再看后面的" onPress={more} />}
    </Page>
  )
}
