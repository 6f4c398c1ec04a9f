import { Image, View } from '@tarojs/components'
import { aria, decoration } from './aria'

interface Props {
  /** A file on this phone, or a link of the server (which begins with `/api/`). */
  src: string
  /** Quarter turns clockwise by which it is drawn turned. */
  turns?: 0 | 1 | 2 | 3
  /** What it shows, for screen readers; absent: said beside it. */
  label?: string
  size?: 'small' | 'large' | 'zoom'
  /** The link is over, or the file is gone. */
  onGone?: () => void
}

const address = (src: string) => (src.startsWith('/api/') ? `${API_BASE}${src}` : src)

/** A photographed page, whole, upright as the person turned it. */
export const Picture = ({ src, turns = 0, label, size = 'small', onGone }: Props) => (
  <View className={`picture picture--${size}`}>
    <Image
      className={`picture__image picture__image--turned-${turns}`}
      src={address(src)}
      mode="aspectFit"
      {...(label === undefined ? decoration : aria('img', { label }))}
      {...(onGone ? { onError: onGone } : {})}
    />
  </View>
)
