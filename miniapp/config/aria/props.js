/**
 * Attributes for screen readers that Taro's weapp templates leave out. The JSX is the same on both platforms
 * (`role`, `aria-label`, …); only WeChat calls the role `aria-role`. The list must be the same when the templates are
 * written (plugin.ts) and when the page runs (runtime.js), since Taro numbers the attributes of a component.
 */
const states = [
  'label',
  'checked',
  'selected',
  'expanded',
  'disabled',
  'hidden',
  'live',
  'modal',
  'invalid',
  'required',
  'valuetext',
]
const aria = { 'aria-role': 'i.role' }
for (const state of states) aria[`aria-${state}`] = ''

module.exports = {
  View: { ...aria },
  Text: { ...aria },
  Button: { ...aria },
  Input: { ...aria },
  Textarea: { ...aria },
  Image: { ...aria },
  PickerView: { ...aria },
  ScrollView: { ...aria },
}
