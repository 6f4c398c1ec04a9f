import { spot, streak } from './degradations'
import type { Exhibit } from './gallery-page'

export const exhibits: readonly Exhibit[] = [
  { file: 'good', sheet: 'certificate', caption: '拍得好：平、亮、清楚，纸占满画面', recipe: () => ({}), hints: [] },
  {
    file: 'shadow',
    sheet: 'slip',
    caption: '有一点影子，字都看得清',
    recipe: ({ width, height }) => ({ over: shade(width, height) }),
    hints: [],
  },
  {
    file: 'blurred',
    sheet: 'certificate',
    caption: '没对上焦',
    recipe: ({ em }) => ({ blur: 0.25 * em }),
    hints: ['blurred'],
  },
  {
    file: 'shaken',
    sheet: 'letter',
    caption: '按的时候手动了',
    recipe: ({ em }) => ({ kernel: streak(0.9 * em, 0.4) }),
    hints: ['blurred'],
  },
  {
    file: 'dark',
    sheet: 'form',
    caption: '光线太暗',
    recipe: () => ({ light: { gain: 0.17, offset: 0 } }),
    hints: ['dark'],
  },
  {
    file: 'glare',
    sheet: 'idFront',
    caption: '灯光反在卡上',
    recipe: ({ width, height }) => ({ over: spot(width * 0.4, height * 0.4, width * 0.3, '#fff') }),
    hints: ['glare'],
  },
  {
    file: 'veil',
    sheet: 'certificate',
    caption: '对着光拍，整张发白',
    recipe: () => ({ light: { gain: 0.1, offset: 180 } }),
    hints: ['glare'],
  },
  {
    file: 'small',
    sheet: 'twoColumns',
    caption: '转发过多次的小图，字只有几个像素',
    recipe: ({ em }) => ({ shrink: 6 / em }),
    hints: ['too-small'],
  },
  {
    file: 'far',
    sheet: 'letter',
    caption: '离得太远',
    recipe: ({ em }) => ({ farAway: 6 / em }),
    hints: ['too-small'],
  },
  { file: 'empty', sheet: 'letter', caption: '拍成了背面', recipe: () => ({ blank: true }), hints: ['mostly-empty'] },
  {
    file: 'finger',
    sheet: 'handwriting',
    caption: '手指挡住了镜头',
    recipe: ({ width, height }) => ({ over: spot(width, height * 0.6, width * 0.75, '#7a4f3c') }),
    hints: ['mostly-empty'],
  },
]

const shade = (width: number, height: number) =>
  `<path d="M0 ${height * 0.6}L${width} ${height * 0.4}V${height}H0z" fill="#000" fill-opacity="0.2"/>`
