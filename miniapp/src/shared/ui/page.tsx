import { View } from '@tarojs/components'
import { type ReactNode } from 'react'
import { NavBar } from '../device/nav-bar'
import { goBack } from '../navigation'
import { ClauseHost } from './clause-host'
import { Loading } from './loading'
import { useKeyboardHeight } from './use-keyboard-height'
import { useTypeScale } from './use-type-scale'

/** px that the bar takes above the keyboard. */
const barRoom = 160

interface Props {
  /** The same words as in the page's config: WeChat shows those, the web these. */
  title: string
  children?: ReactNode
  /** A BottomBar. */
  footer?: ReactNode
  /** Nothing to show yet: a skeleton after 300 ms, words after 3 s. */
  loading?: boolean
  /** Default: one page back. `none` on tabs. */
  back?: 'none' | (() => void)
}

/** The frame of every page: name, scale of type, safe area, room for the bottom bar, and the sheet that shows a clause in full. */
export const Page = ({ title, children, footer, loading = false, back = goBack }: Props) => {
  const { scale, large } = useTypeScale()
  const keyboard = useKeyboardHeight()
  const className = ['page', large && 'page--large', footer && 'page--footed'].filter(Boolean).join(' ')
  const bar = back === 'none' ? <NavBar title={title} /> : <NavBar title={title} onBack={back} />
  return (
    <View className={className} style={{ '--fs': String(scale) }}>
      <ClauseHost>
        {bar}
        <View
          className="page__main"
          role="main"
          style={keyboard > 0 ? { paddingBottom: `${keyboard + barRoom}px` } : {}}
        >
          {loading ? <Loading /> : children}
        </View>
        {footer}
      </ClauseHost>
    </View>
  )
}
