import Taro from '@tarojs/taro'

/** ms that a keyboard takes to open; before that the page has no room to scroll into. */
const opening = 250
/** px of the page above the field: its label and hint. */
const above = 120

/** Brings the field that is typed in above the keyboard and the bar that rises with it. */
export const revealField = (id: string) => {
  setTimeout(() => {
    void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -above, duration: 150 }).catch(() => undefined)
  }, opening)
}
