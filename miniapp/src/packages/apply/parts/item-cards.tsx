import { View } from '@tarojs/components'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'

export interface ItemCard {
  key: string
  title: string
  caption: string
}

interface Props {
  items: readonly ItemCard[]
  addLabel: string
  onAdd: () => void
  onEdit: (at: number) => void
  onRemove: (at: number) => void
}

/** What was added so far, a card each, and the button to add one more. */
export const ItemCards = ({ items, addLabel, onAdd, onEdit, onRemove }: Props) => (
  <View>
    {items.map(({ key, title, caption }, at) => (
      <Card key={key}>
        <Row title={title} caption={caption} action="改" onPress={() => onEdit(at)} />
        <Button kind="text" label="删掉这一项" spoken={`删掉 ${title}`} onPress={() => onRemove(at)} />
      </Card>
    ))}
    <Button kind="ghost" label={addLabel} onPress={onAdd} />
  </View>
)
