/** What WeChat gives its native components by itself, as far as layout goes; class names of the app come after. */
export const baseStyle = `
body { margin: 0 }
page { display: block; min-height: 100vh; font-size: 16px; line-height: 1.4 }
page[hidden] { display: none }
wx-view, wx-scroll-view, wx-input, wx-textarea, wx-button, wx-picker, wx-picker-view, wx-form { display: block }
wx-text, wx-label { display: inline }
wx-text { white-space: pre-line }
wx-input { height: 1.4em; overflow: hidden }
wx-textarea { width: 300px; height: 150px }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden }
wx-image > img { width: 100%; height: 100%; object-fit: fill }
wx-scroll-view { overflow: auto }
wx-button { text-align: center; line-height: 2.55; font-size: 18px; border-radius: 5px; background: #f8f8f8 }
wx-picker-view { position: relative; display: flex; overflow: hidden }
wx-picker-view-column { flex: 1; overflow: auto; text-align: center }
wx-input > input, wx-textarea > textarea { all: unset; display: block; width: 100%; height: 100%; font: inherit }
`
