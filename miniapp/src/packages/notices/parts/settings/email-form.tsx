import { useState } from 'react'
import { emailProblem, tidyEmail } from '@/shared/texts/email'
import { withoutGaps } from '@/shared/texts/phone'
import { Button } from '@/shared/ui/button'
import { Row } from '@/shared/ui/row'
import { TextField } from '@/shared/ui/text-field'

interface AddressProps {
  busy: boolean
  onGive: (address: string) => void
}

const AddressField = ({ busy, onGive }: AddressProps) => {
  const [address, setAddress] = useState('')
  const [error, setError] = useState<string>()
  const give = () => {
    const tidy = tidyEmail(address)
    const problem = emailProblem(tidy)
    setError(problem)
    if (!problem) onGive(tidy)
  }
  return (
    <>
      <TextField
        id="email-address"
        label="邮箱地址"
        placeholder="比如 123456@qq.com"
        maxlength={200}
        value={address}
        onChange={setAddress}
        format={tidyEmail}
        error={error}
      />
      <Button kind="ghost" label="发验证码到这个邮箱" busy={busy} onPress={give} />
    </>
  )
}

const sentText = (address: string, times: number) =>
  times > 1
    ? `又发了一次（第 ${times} 次），发到了 ${address}。请用最新一封里的 6 位数字。`
    : `6 位数字，发到了 ${address}。收件箱里没有，看看垃圾邮件。`

interface CodeProps {
  address: string
  /** How often a code went there. */
  times: number
  busy: boolean
  onConfirm: (code: string) => void
  onAgain: () => void
  onOther: () => void
}

const CodeField = ({ address, times, busy, onConfirm, onAgain, onOther }: CodeProps) => {
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const confirm = () => {
    const digits = withoutGaps(code)
    const whole = /^\d{6}$/.test(digits)
    setError(whole ? undefined : '验证码是 6 位数字，请再看一遍邮件。')
    if (whole) onConfirm(digits)
  }
  return (
    <>
      <Row title="去邮箱看验证码" caption={sentText(address, times)} />
      <TextField
        id="email-code"
        label="验证码"
        type="number"
        maxlength={8}
        value={code}
        onChange={setCode}
        format={withoutGaps}
        error={error}
      />
      <Button kind="ghost" label="确认" busy={busy} onPress={confirm} />
      <Button kind="text" label="没收到，再发一次" onPress={onAgain} />
      <Button kind="text" label="地址填错了，换一个" onPress={onOther} />
    </>
  )
}

interface Props {
  busy: boolean
  /** Sends a code; `done` once it is on its way. */
  onGive: (address: string, done: () => void) => void
  onConfirm: (code: string, done: () => void) => void
  onEnd: () => void
}

/** First the address, then the code that went there. */
export const EmailForm = ({ busy, onGive, onConfirm, onEnd }: Props) => {
  const [given, setGiven] = useState<{ address: string; times: number }>()
  const give = (address: string, times = 1) => onGive(address, () => setGiven({ address, times }))
  if (given === undefined) return <AddressField busy={busy} onGive={(address) => give(address)} />
  return (
    <CodeField
      {...given}
      busy={busy}
      onConfirm={(code) => onConfirm(code, onEnd)}
      onAgain={() => give(given.address, given.times + 1)}
      onOther={() => setGiven(undefined)}
    />
  )
}
