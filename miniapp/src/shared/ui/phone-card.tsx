import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { type Answer } from '../api/failure'
import { PhoneButton, returnedPhoneCode } from '../device/phone-code'
import { agreedToPrivacy, phoneByCode, typePhone } from '../session/account'
import { useAccount } from '../session/use-account'
import { privacy } from '../texts/consents'
import { failureText } from '../texts/errors'
import { phoneProblem, withoutGaps } from '../texts/phone'
import { Button } from './button'
import { Card } from './card'
import { NoticeBar } from './notice-bar'
import { Row } from './row'
import { TextField } from './text-field'
import { useBusy } from './use-busy'

/** Asking WeChat and, where it gives none, typing: a code that is over costs nothing but another tap. */
const usePhone = () => {
  const [typing, setTyping] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { busy, run } = useBusy()
  const told = (work: Promise<Answer<unknown>>) =>
    run(async () => {
      const answer = await work
      setProblem(answer.ok ? undefined : failureText(answer.failure))
      setTyping(!answer.ok && answer.failure.code !== 'phone-code-invalid')
    })
  const byCode = (code: string) => void told(phoneByCode(code))
  useDidShow(() => {
    const code = returnedPhoneCode()
    if (code !== undefined) byCode(code)
  })
  return { typing, setTyping, problem, busy, byCode, byHand: (phone: string) => void told(typePhone(phone)) }
}

const Typed = ({ busy, onSave }: { busy: boolean; onSave: (phone: string) => void }) => {
  const [phone, setPhone] = useState('')
  const [error, setError] = useState<string>()
  const save = () => {
    const problem = phoneProblem(withoutGaps(phone))
    setError(problem)
    if (!problem) onSave(withoutGaps(phone))
  }
  return (
    <>
      <TextField
        id="account-phone"
        label="手机号"
        type="number"
        maxlength={13}
        value={phone}
        onChange={setPhone}
        format={withoutGaps}
        error={error}
      />
      <Button kind="ghost" label="存下这个手机号" busy={busy} onPress={save} />
    </>
  )
}

/** The account's phone number: by WeChat, or typed where WeChat gives none. */
export const PhoneCard = ({ why }: { why: string }) => {
  const account = useAccount()
  const { typing, setTyping, problem, busy, byCode, byHand } = usePhone()
  const known = account?.phone
  return (
    <Card title="手机号">
      {known && (
        <Row
          title={known.masked}
          caption={known.verified ? '微信已验证' : '您自己填的，没有验证'}
          tag={known.verified ? { tone: 'ok', word: '已验证' } : { tone: 'mut', word: '未验证' }}
        />
      )}
      <Row title={known?.verified ? '换了手机号？' : '用微信绑定的手机号'} caption={why} />
      {!agreedToPrivacy(account) && (
        <Row title={privacy.title} caption={`${privacy.words.join('')}点下面的按钮，就是同意这样使用。`} />
      )}
      {problem && <NoticeBar tone="error" text={problem} />}
      <PhoneButton label="用微信手机号" onCode={byCode} onNone={() => setTyping(true)} />
      {typing ? (
        <Typed busy={busy} onSave={byHand} />
      ) : (
        <Button kind="text" label="自己填手机号" onPress={() => setTyping(true)} />
      )}
    </Card>
  )
}
