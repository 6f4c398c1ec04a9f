import { View } from '@tarojs/components'
import { assess, configurePack, type Facts, type Grade, type Pack, type ReadingId, readingIds } from '@app/shared-rules'
import { Tag } from '@/shared/ui/tag'
import { readingOptions } from '../../texts/reading-options'
import { verdictTag } from './tags'

interface Props {
  pack: Pack
  facts: Facts
  grade: Grade
  /** An open reading of the grade's answer. */
  reading: string
}

/** What the answer would be if the office ruled so. */
const verdictIf = ({ pack, facts, grade }: Props, id: ReadingId, option: string) =>
  assess(configurePack(pack, { pins: { [id]: option } }), facts).grades[`${grade}`].verdict

/** Each way of reading the open point, with the answer that it gives for this person. */
export const WaysToRead = (props: Props) => {
  const id = readingIds.find((known) => known === props.reading)
  if (id === undefined) return null
  return (
    <View>
      {Object.entries(readingOptions[id]).map(([option, words]) => (
        <View key={option} className="verdict__way">
          <View>{`如果${words}`}</View>
          <Tag {...verdictTag(verdictIf(props, id, option))} />
        </View>
      ))}
    </View>
  )
}
