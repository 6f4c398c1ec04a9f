import { type ApplicationView, type PapersView, type PromiseRequest } from '@app/contract'
import { findClause } from '@app/shared-rules'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/shared/api/api'
import { usePack } from '@/shared/api/campaign'
import { type Failure } from '@/shared/api/failure'
import { useLoaded } from '@/shared/api/use-loaded'
import { goBack, open } from '@/shared/navigation'
import { undertaking } from '@/shared/texts/consents'
import { failureText } from '@/shared/texts/errors'
import { momentText } from '@/shared/texts/instants'
import { type PaperPages, type ShownPaper } from '@/shared/upload/types'
import { usePaperPages } from '@/shared/upload/use-paper-pages'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { CheckLine } from '@/shared/ui/check-line'
import { ClauseLink } from '@/shared/ui/clause-link'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { useBusy } from '@/shared/ui/use-busy'
import { param } from '../../parts/papers/open-paper'
import { NoPaper } from '../../parts/papers/no-paper'

const { title } = undertaking

/** Agrees, or takes it back, at once. */
const usePromise = (id: string, pages: PaperPages, { view }: ShownPaper) => {
  const [failure, setFailure] = useState<Failure>()
  const { busy, run } = useBusy()
  const set = (agreed: boolean) =>
    void run(async () => {
      const body: PromiseRequest = { paper: view.item.id, agreed, version: undertaking.version }
      const answer = await call<PapersView>({ method: 'PUT', path: `/applications/${id}/promises`, body })
      setFailure(answer.ok ? undefined : answer.failure)
      if (answer.ok) pages.set(answer.body)
    })
  return { failure, busy, set }
}

/** The sentence of the clause that allows it. */
const Quote = () => {
  const text = findClause(usePack(), undertaking.clause)?.text ?? ''
  const sentence = text.split('。').find((one) => one.includes('容缺'))
  return sentence ? <View className="caption">{`通知写明：“${sentence}。”`}</View> : null
}

interface Props {
  id: string
  pages: PaperPages
  paper: ShownPaper
}

const Agreement = ({ id, pages, paper }: Props) => {
  const { failure, busy, set } = usePromise(id, pages, paper)
  const { item, promise } = paper.view
  const { body: application } = useLoaded<ApplicationView>(`/applications/${id}`)
  const settled = application !== undefined && application.state !== 'draft'
  const agreed = promise !== undefined
  const other = { label: '已备案，去拍', onPress: () => open('apply', 'paper', { id, paper: item.id }) }
  const footer = <BottomBar primary={{ label: '好了', onPress: goBack, disabled: !agreed, busy }} secondary={other} />
  return (
    <Page title={title} footer={footer}>
      {failure && <NoticeBar tone="error" text={failureText(failure)} />}
      <Card title={item.title}>
        {undertaking.words(item.title).map((words, at) => (
          <View key={words} className="form__words">{`${at + 1}. ${words}`}</View>
        ))}
        <Quote />
        <ClauseLink clause={undertaking.clause} prefix="依据 " />
        {settled ? (
          <View>{agreed ? '您已经承诺，提交后不能收回。' : '申报已经提交，现在不能再承诺。'}</View>
        ) : (
          <CheckLine label={undertaking.agree} checked={agreed} onChange={(on) => !busy && set(on)} />
        )}
        {promise && <View className="caption">{`${momentText(promise.agreedAt)} 同意`}</View>}
      </Card>
      <NoticeBar tone="info" text="承诺后可以照常提交。提交前想收回，再点一下就去掉勾。" />
    </Page>
  )
}

/** 容缺: the words, agreed to with a tick, in place of a paper that is not filed yet. */
export default function PromisePage() {
  const { id = '', paper: raw } = useRouter().params
  const pages = usePaperPages(id)
  const allowed = pages.papers.filter(({ view }) => view.item.promiseAllowed ?? view.promise)
  const paper = allowed.find(({ view }) => view.item.id === param(raw)) ?? allowed[0]
  if (paper) return <Agreement id={id} pages={pages} paper={paper} />
  const none = {
    title: '没有要承诺的材料',
    text: '只有还没备案的年度考核可以先承诺。别的材料请拍照上传。',
    action: { label: '回去', onPress: goBack },
  }
  return <NoPaper title={title} pages={pages} none={none} />
}
