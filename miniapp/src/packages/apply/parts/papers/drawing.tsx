import { View } from '@tarojs/components'
import { type PaperItem } from '@app/contract'
import { aria, decoration } from '@/shared/ui/aria'
import './drawing.scss'

type Kind = PaperItem['kind']

const certificates: readonly Kind[] = [
  'grade-certificate',
  'education-certificate',
  'commendation',
  'may-day-medal',
  'technical-expert',
  'competition',
  'patent',
  'model-worker',
]

const Lines = ({ count }: { count: number }) => (
  <>
    {Array.from({ length: count }, (_, at) => (
      <View key={at} className={`drawing__line${at === count - 1 ? ' drawing__line--short' : ''}`} />
    ))}
  </>
)

const Head = () => (
  <View className="drawing__head">
    <View className="drawing__face" />
    <View className="drawing__shoulders" />
  </View>
)

const Corners = () => (
  <>
    {['tl', 'tr', 'bl', 'br'].map((at) => (
      <View key={at} className={`drawing__corner drawing__corner--${at}`} />
    ))}
  </>
)

const IdCard = () => (
  <>
    <View className="drawing__sheet drawing__sheet--card">
      <Corners />
      <View className="drawing__words">
        <Lines count={4} />
      </View>
      <Head />
    </View>
    <View className="drawing__sheet drawing__sheet--card">
      <Corners />
      <View className="drawing__seal" />
      <View className="drawing__words">
        <Lines count={3} />
      </View>
    </View>
  </>
)

const Certificate = () => (
  <View className="drawing__sheet drawing__sheet--certificate">
    <Corners />
    <Head />
    <View className="drawing__words">
      <View className="drawing__title" />
      <Lines count={3} />
    </View>
    <View className="drawing__seal drawing__seal--over" />
  </View>
)

const Form = () => (
  <View className="drawing__sheet drawing__sheet--form">
    <Corners />
    <View className="drawing__title" />
    <View className="drawing__table">
      {Array.from({ length: 8 }, (_, at) => (
        <View key={at} className="drawing__cell" />
      ))}
    </View>
    <View className="drawing__seal drawing__seal--over" />
  </View>
)

const Photo = () => (
  <View className="drawing__sheet drawing__sheet--photo">
    <Head />
  </View>
)

const captionOf = (kind: Kind) => {
  if (kind === 'id-card') return '先拍有照片的一面，再拍有国徽的一面'
  if (kind === 'photo') return '正面、免冠，头和肩膀都在框里'
  return certificates.includes(kind) ? '翻到有照片、发证日期和印章的一页' : '整张纸都拍进来，印章要看得清'
}

/** A line drawing of what the picture should show: made of boxes, so that it costs no file. */
export const Drawing = ({ kind }: { kind: Kind }) => {
  const caption = captionOf(kind)
  return (
    <View {...aria('img', { label: `示意图：${caption}` })}>
      <View className="drawing" {...decoration}>
        {kind === 'id-card' && <IdCard />}
        {kind === 'photo' && <Photo />}
        {certificates.includes(kind) && <Certificate />}
        {kind !== 'id-card' && kind !== 'photo' && !certificates.includes(kind) && <Form />}
      </View>
      <View className="caption drawing__caption" {...decoration}>
        {caption}
      </View>
    </View>
  )
}
