import { type PaymentStatus } from '@app/contract'
import { useState } from 'react'
import { type Kept } from '@/shared/device/drawing/drawn'
import { keepDrawing, keptWords, openAlbumSwitch } from '@/shared/device/drawing/keep-drawing'
import { useBusy } from '@/shared/ui/use-busy'
import { receiptLines, receiptNote } from './receipt'
import { receiptDrawing } from './receipt-drawing'

interface Told {
  tone: 'good' | 'warn'
  text: string
  action?: { label: string; onPress: () => void }
}

const told: Record<Kept, Told | undefined> = {
  kept: { tone: 'good', text: keptWords },
  cancelled: undefined,
  refused: {
    tone: 'warn',
    text: '没有允许存到相册，凭证没有存上。点“去打开”，打开“添加到相册”，再存一次；也可以直接截屏。',
    action: { label: '去打开', onPress: () => void openAlbumSwitch() },
  },
  failed: { tone: 'warn', text: '这部手机存不了图片。请直接截屏保存，凭证也一直留在这里。' },
}

/** Keeps the receipt as a picture, and what became of that. */
export const useKeepReceipt = (status: PaymentStatus | undefined) => {
  const [kept, setKept] = useState<Kept>()
  const { busy, run } = useBusy()
  const keep = () =>
    void run(async () => {
      if (status) setKept(await keepDrawing(receiptDrawing(receiptLines(status), receiptNote)))
    })
  return { busy, keep, told: kept && told[kept] }
}
