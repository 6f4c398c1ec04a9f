import { View } from '@tarojs/components'
import { UNSURE } from '@app/shared-rules'
import { type ReactNode } from 'react'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Button } from '@/shared/ui/button'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { Progress } from '@/shared/ui/progress'
import { useScrollTop } from '@/shared/ui/use-scroll-top'
import { useFrame } from '../frame'
import { type Asked } from './asked'
import { Why } from './why'

interface Props {
  asked: Asked
  children: ReactNode
  /** Absent: nothing is chosen yet. */
  onNext?: (() => void) | undefined
  nextLabel?: string
  /** “不清楚” is among the options already. */
  unsureInside?: boolean
  /** Which of several is asked about. */
  about?: string | undefined
}

/** One question on a screen: how far, the question, the answer, why it is asked, a way out for who does not know. */
export const QuestionFrame = ({
  asked,
  children,
  onNext,
  nextLabel = '下一题',
  unsureInside = false,
  about,
}: Props) => {
  const { question, progress, problem, note, onBack, onAnswer } = asked
  const frame = useFrame()
  useScrollTop(`${question.id} ${problem ?? ''} ${note ?? ''}`)
  const primary = {
    label: frame.done ?? nextLabel,
    onPress: onNext ?? (() => undefined),
    disabled: onNext === undefined,
  }
  const back = { label: frame.back, onPress: onBack }
  return (
    <Page title={frame.title} back={onBack} footer={<BottomBar primary={primary} secondary={back} />}>
      {note && <NoticeBar tone="warn" text={note} />}
      {frame.counts && <Progress {...progress} />}
      <View className="heading question__title" role="heading" aria-level={2}>
        {question.title}
      </View>
      {about && <View className="question__about">{about}</View>}
      {question.hint && <View className="caption question__hint">{question.hint}</View>}
      {problem && <NoticeBar tone="error" text={problem} />}
      {children}
      {question.maySayUnsure && !unsureInside && (
        <Button kind="text" label="不清楚，先跳过" onPress={() => onAnswer(UNSURE)} />
      )}
      <Why why={question.why} />
    </Page>
  )
}
