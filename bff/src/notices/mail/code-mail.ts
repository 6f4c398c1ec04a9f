import type { Mail } from '../../platform/mail/mail'
import { untilText } from '../catalogue/times'
import { appName, settingsTitle } from './app-words'
import { htmlPage, plainText, type Sheet } from './html'

type Written = Pick<Mail, 'subject' | 'text' | 'html'>

/** Proves that an address is one's own. Goes directly: it is no notice, and nobody is told it on another way. */
export function codeMail(code: string, until: Date): Written {
  const sheet: Sheet = {
    title: `验证码：${code}`,
    parts: [
      {
        lines: [
          { label: '要做什么', text: `回到小程序“${appName}”的“${settingsTitle}”，把这 6 位数字填进去。` },
          { label: '有效到', text: untilText(until) },
        ],
      },
    ],
    footer: [
      '有人在小程序里填了这个邮箱。不是您填的，不用理会：不填验证码，就不会再有信来。',
      '这封信是系统自动发的。',
    ],
  }
  return { subject: `验证码 ${code}（${appName}）`, text: plainText(sheet), html: htmlPage(sheet) }
}
