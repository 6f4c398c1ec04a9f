import { type Certificate } from '@app/shared-rules'
import { useState } from 'react'
import { ItemCards } from '../item-cards'
import { type Asked } from '../question/asked'
import { QuestionFrame } from '../question/question-frame'
import { useItems } from '../use-items'
import { CertificateEditor } from './certificate-editor'
import { certificateText } from './certificate-text'

/** Certificates as cards that one adds. */
export const CertificatesQuestion = ({ asked }: { asked: Asked }) => {
  const { pack, answers, onAnswer } = asked
  const [certificates, setCertificates] = useState<Certificate[]>(answers.facts.certificates ?? [])
  const { editing, edit, save, remove, close } = useItems(certificates, setCertificates)
  if (editing !== undefined) {
    return (
      <CertificateEditor
        label={`第 ${editing + 1} 本证书`}
        pack={pack}
        given={certificates[editing]}
        occupation={answers.facts.occupation}
        onSave={save}
        onCancel={close}
      />
    )
  }
  const none = certificates.length === 0
  const cards = certificates.map((one, at) => ({ key: `${at}`, ...certificateText(pack, one) }))
  return (
    <QuestionFrame asked={asked} nextLabel={none ? '没有证书' : '就这些，下一题'} onNext={() => onAnswer(certificates)}>
      <ItemCards
        items={cards}
        addLabel={none ? '添加一本证书' : '再添加一本'}
        onAdd={() => edit(certificates.length)}
        onEdit={edit}
        onRemove={remove}
      />
    </QuestionFrame>
  )
}
