import {
  answeredQuestions,
  answerQuestion,
  type Pack,
  planNext,
  presentQuestion,
  type QuestionId,
} from '@app/shared-rules'
import { useState } from 'react'
import { goBack, replace } from '@/shared/navigation'
import { answers as kept } from '@/shared/storage/answers'
import { useStored } from '@/shared/storage/stored'
import { type Asked } from './asked'

interface Options {
  pack: Pack
  /** A question to change, from the list of answers: back to the list afterwards. */
  edit: QuestionId | undefined
}

const notKept = '手机存不下了：这些回答只留到关掉小程序为止。请删掉一些不用的东西。'

const droppedText = (pack: Pack, dropped: readonly string[]) => {
  const names = new Set(dropped.map((path) => path.split(/[.[#]/)[0]))
  const words = Object.entries(pack.texts.facts).flatMap(([key, text]) => (names.has(key) ? [text] : []))
  return words.length === 0 ? undefined : `改了以后，这几项对不上，要重新答：${words.join('、')}。`
}

/** The question now, as a function of the answers; answering stores at once, so that closing the app loses nothing. */
export const useSelfCheck = ({ pack, edit }: Options): Asked | undefined => {
  const answers = useStored(kept)
  const [again, setAgain] = useState(edit)
  const [problem, setProblem] = useState<string>()
  const [note, setNote] = useState<string>()
  const plan = planNext(pack, answers.facts, undefined, answers.declined)
  const question = again === undefined ? plan.next : presentQuestion(pack, answers, again)
  if (!question) return undefined
  const answered = answeredQuestions(answers)
  const at = answered.indexOf(question.id)
  const back = () => {
    const before = at === -1 ? answered[answered.length - 1] : answered[at - 1]
    setProblem(undefined)
    if (edit !== undefined || before === undefined) goBack()
    else setAgain(before)
  }
  const onAnswer = (value: unknown) => {
    const given = answerQuestion(pack, answers, question.id, value)
    if (!given.ok) return setProblem(given.problems[0]?.message ?? '这个回答不成立，请再看一遍。')
    const stored = kept.set({ ...answers, ...given.answers })
    setProblem(undefined)
    setNote(droppedText(pack, given.dropped) ?? (stored ? undefined : notKept))
    if (edit !== undefined) return goBack()
    const now = answeredQuestions(given.answers)
    const following = again === undefined ? undefined : now[now.indexOf(question.id) + 1]
    setAgain(following)
    const finished = !planNext(pack, given.answers.facts, undefined, given.answers.declined).next
    if (following === undefined && finished) replace('apply', 'verdict')
  }
  return { pack, answers, question, progress: plan, problem, note, onBack: back, onAnswer }
}
