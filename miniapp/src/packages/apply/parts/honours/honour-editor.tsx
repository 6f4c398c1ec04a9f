import { type Honour, type Pack } from '@app/shared-rules'
import { useState } from 'react'
import { ItemSteps } from '../item-steps'
import { draftOf, finished, type HonourDraft } from './honour-draft'
import { honourSteps } from './honour-steps'

interface Props {
  label: string
  pack: Pack
  /** The honour to change; absent: a new one. */
  given: Honour | undefined
  onSave: (honour: Honour) => void
  onCancel: () => void
}

export const HonourEditor = ({ label, pack, given, onSave, onCancel }: Props) => {
  const fresh: HonourDraft = { kind: undefined, on: `${pack.year - 2}-06` }
  const [draft, setDraft] = useState<HonourDraft>(() => (given ? { ...fresh, ...draftOf(given) } : fresh))
  const steps = honourSteps(draft, (part) => setDraft({ ...draft, ...part }), pack)
  const save = () => {
    const honour = finished(draft)
    if (honour) onSave(honour)
  }
  return <ItemSteps label={label} steps={steps} saveLabel="存这一项" onSave={save} onCancel={onCancel} />
}
