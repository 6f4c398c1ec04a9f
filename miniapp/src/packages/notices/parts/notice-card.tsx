import { type NoticeView, type ServerTime } from '@app/contract'
import { Text, View } from '@tarojs/components'
import { pressable } from '@/shared/device/press'
import { momentText } from '@/shared/texts/instants'
import { aria, decoration } from '@/shared/ui/aria'
import { Card } from '@/shared/ui/card'
import { Tag } from '@/shared/ui/tag'
import { untilOf } from './until'

interface Props {
  notice: NoticeView
  now: ServerTime | undefined
  onOpen: () => void
}

/** Of a contact's notice it is said, since a contact may be an applicant too. */
const whenOf = ({ at, audience }: NoticeView) => `${momentText(at)}${audience === 'contact' ? ' · 经办人' : ''}`

/** One notice: what happened, what to do, until when; all of it is one tap. */
export const NoticeCard = ({ notice, now, onOpen }: Props) => {
  const { title, happened, todo, read } = notice
  const until = untilOf(notice, now)
  const action = todo ? '去办' : '去看'
  const said = [read ? '' : '未读', title, whenOf(notice), happened, todo && `要办：${todo}`, until?.text, action]
  return (
    <Card>
      <View className="message" {...aria('button', { label: said.filter(Boolean).join('，') })} {...pressable(onOpen)}>
        <View className="message__head">
          <View className={`message__title${read ? ' message__title--read' : ''}`}>{title}</View>
          {!read && <Tag tone="info" sign="●" word="未读" />}
        </View>
        <View className="caption">{whenOf(notice)}</View>
        <View className="message__words">{happened}</View>
        {todo && <View className="message__todo">{`要办：${todo}`}</View>}
        {until && (
          <View className={until.urgent ? 'message__until message__until--urgent' : 'message__until'}>
            {until.text}
          </View>
        )}
        <View className="message__action">
          <Text>{action}</Text>
          <Text {...decoration}>›</Text>
        </View>
      </View>
    </Card>
  )
}
