import { useState } from 'react'
import { openPermissions, pickPages, pickPdf } from '@/shared/device/picture/pick'
import { type Picked, type PickedFile } from '@/shared/device/picture/picked'
import { leftOutText, pickFailureText } from '@/shared/texts/pages'
import { useBusy } from '@/shared/ui/use-busy'

export type Source = 'camera' | 'album' | 'pdf'

export interface PickProblem {
  text: string
  action?: { label: string; onPress: () => void }
}

const pick = (source: Source, count: number): Promise<Picked> =>
  source === 'pdf' ? pickPdf(count) : pickPages({ count, source })

const problemOf = (picked: Picked): PickProblem | undefined => {
  if (picked.ok) return picked.leftOut.length > 0 ? { text: leftOutText(picked.leftOut) } : undefined
  if (picked.why === 'cancelled') return undefined
  const action = { label: '去打开', onPress: openPermissions }
  return { text: pickFailureText(picked.why), ...(picked.why === 'permission' ? { action } : {}) }
}

/** Camera, album or PDF, one at a time; what went wrong stays on the page until the next try. */
export const usePicking = () => {
  const [problem, setProblem] = useState<PickProblem>()
  const { busy, run } = useBusy()
  const picking = (source: Source, count: number, onFiles: (files: PickedFile[]) => void) =>
    void run(async () => {
      setProblem(undefined)
      const picked = await pick(source, count)
      setProblem(problemOf(picked))
      if (picked.ok && picked.files.length > 0) onFiles(picked.files)
    })
  return { problem, busy, picking }
}
