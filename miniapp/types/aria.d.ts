import '@tarojs/components'

/** The attribute of both platforms; config/aria turns it into WeChat's `aria-role`. */
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    role?: string
    tabIndex?: number
    onKeyDown?: (event: KeyboardEvent) => void
  }
}

declare module 'react' {
  interface CSSProperties {
    /** Scale of type, read by the mixins of shared/ui/styles/_tokens.scss. */
    '--fs'?: string
    /** Of shared/ui/styles/_pages.scss: how much of a ring is closed (62%), how far a page is zoomed in. */
    '--share'?: string
    '--zoom'?: string
  }
}
