import { useLaunch } from '@tarojs/taro'
import { type PropsWithChildren } from 'react'
import { tamePageLinks } from './shared/device/page-links'
import { loadTemplates } from './shared/device/subscribe'
import { resumeUploads } from './shared/upload/uploads'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    tamePageLinks()
    resumeUploads()
    void loadTemplates()
  })
  return children
}
