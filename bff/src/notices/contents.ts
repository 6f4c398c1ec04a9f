import { Injectable } from '@nestjs/common'
import { FieldCipher } from '../platform/privacy/field-cipher'
import type { NoticeContent } from './catalogue/notice'
import type { NoticeRow } from './rows/notice-row'

/** What a notice says, as it lies in its row: sealed, since it may name a person. */
@Injectable()
export class Contents {
  constructor(private readonly cipher: FieldCipher) {}

  seal(noticeId: string, content: NoticeContent): string {
    return this.cipher.seal(field(noticeId), JSON.stringify(content))
  }

  open({ id, content }: Pick<NoticeRow, 'id' | 'content'>): NoticeContent {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- sealed above and authenticated by its key: the shape is ours
    return JSON.parse(this.cipher.open(field(id), content)) as NoticeContent
  }
}

const field = (noticeId: string): string => `notice:${noticeId}`
