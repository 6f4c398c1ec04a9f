import { type WorkExperience } from '@app/contract'
import { type Pack } from '@app/shared-rules'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { usePack } from '@/shared/api/campaign'
import { goBack } from '@/shared/navigation'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { inWords } from '@/shared/ui/date-parts'
import { DraftPage } from '../../parts/draft/draft-page'
import { unitText } from '../../parts/draft/part-text'
import { type Draft, useDraft } from '../../parts/draft/use-draft'
import { ExperienceEditor } from '../../parts/experience-editor'
import { FrameProvider } from '../../parts/frame'
import { ItemCards } from '../../parts/item-cards'
import { useItems } from '../../parts/use-items'
import '../question/index.scss'

const frame = { title: '工作经历', back: '返回', counts: false }

/** The next stretch begins where the last one ended; the first with the start of work. */
const likely = (pack: Pack, { form, facts, view }: Draft): WorkExperience => {
  const last = form.workExperience?.at(-1)
  const from = last?.to ?? facts.workStart?.slice(0, 7) ?? `${pack.year - 20}-07`
  const employer = !last && form.unit ? unitText(form.unit, view) : ''
  const post = pack.occupation(facts.occupation ?? '')?.name ?? ''
  return { from, employer: employer.startsWith('已从名单') ? '' : employer, post }
}

const cardOf = ({ from, to, employer, post }: WorkExperience, at: number) => ({
  key: `${at}`,
  title: `${employer} · ${post}`,
  caption: `${inWords(from)} 至 ${to ? inWords(to) : '今'}`,
})

/** Stretches of work as cards that one adds. */
export default function Experience() {
  const pack = usePack()
  const opened = useDraft(useRouter().params.id ?? '')
  const { draft } = opened
  const list = draft?.form.workExperience ?? []
  const set = (workExperience: WorkExperience[]) => {
    draft?.change({ form: { workExperience } })
    void draft?.store()
  }
  const { editing, edit, save, remove, close } = useItems(list, set)
  if (draft && editing !== undefined && !opened.local?.conflict) {
    const start = list[editing] ?? likely(pack, draft)
    const label = `第 ${editing + 1} 段`
    return (
      <FrameProvider value={frame}>
        <ExperienceEditor label={label} pack={pack} start={start} onSave={save} onCancel={close} />
      </FrameProvider>
    )
  }
  const none = list.length === 0
  const footer = () => <BottomBar primary={{ label: '就这些', onPress: goBack, disabled: none }} />
  return (
    <DraftPage title="工作经历" opened={opened} footer={footer}>
      {() => (
        <>
          <View className="heading form__title">从参加工作到现在，做过哪些工作？</View>
          <View className="caption form__hint">换过单位或岗位，就分成几段。时间以人事档案为准，写到年月。</View>
          <ItemCards
            items={list.map(cardOf)}
            addLabel={none ? '添加第一段' : '再添加一段'}
            onAdd={() => edit(list.length)}
            onEdit={edit}
            onRemove={remove}
          />
        </>
      )}
    </DraftPage>
  )
}
