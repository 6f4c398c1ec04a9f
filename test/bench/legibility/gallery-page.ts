import type { LegibilityHint } from '../../../bff/src/documents/legibility/judge'
import type { Recipe } from './degradations'
import type { Scene } from './scene'
import type { SheetKind } from './sheets'

/** One picture of docs/gallery: a page, and what went wrong when it was taken. */
export interface Exhibit {
  file: string
  sheet: SheetKind
  /** What a reader of Chinese is told about the picture. */
  caption: string
  recipe: (scene: Scene) => Recipe
  hints: LegibilityHint[]
}

/** What the phone says (miniapp/src/shared/texts/pages.ts); a hint never refuses, the person may keep the page as it is. */
const words: Readonly<Record<LegibilityHint, string>> = {
  blurred: '有点模糊，建议重拍：手放稳，对好焦再按。',
  dark: '光线太暗，建议重拍：到窗边或灯下，别挡住光。',
  glare: '有反光，字被盖住了，建议重拍：换个角度，关掉闪光灯。',
  'too-small': '字太小，看不清，建议重拍：离近一点，让纸占满画面。',
  'mostly-empty': '几乎是空的：请看看是不是拍错了，或手指挡住了镜头。',
}

const cell = ({ file, caption, hints }: Exhibit) =>
  `| ![${caption}](${file}.jpg) | ${caption} | ${hints.map((hint) => `\`${hint}\``).join(' ') || '无'} | ${hints.map((hint) => words[hint]).join('<br>') || '不提示'} |`

export const galleryPage = (exhibits: readonly Exhibit[]): string => `# 材料照片：哪些会被提示重拍

手机拍的材料交到考试机构之前，系统先看一遍：能不能看清。看不清就给一句提示，说明该怎么重拍。
**提示不是拒收**：申报人可以“重拍”，也可以“用这张”；带提示的页照样算数，照样送到审核人手里。

图中内容全部是虚构的示例，由程序画成，不是真实证件。

| 照片 | 怎么回事 | 提示代码 | 手机上的话 |
|---|---|---|---|
${exhibits.map(cell).join('\n')}

另有一种提示不在图上：同一份申报里，一页和另一页是同一张照片（选了两次、转存后又传了一次），代码 \`duplicate\`，手机上说：
“和第 n 页看起来一样：拍重了就删掉一张；不是同一页就不用管。”。同一页纸重新拍了一张，多半认不出来；同一种证书的两本，分开拍的，不会误认。

## 给开发者

- 判断在 \`bff/src/documents/legibility/\`：\`judge.ts\` 给提示，\`thresholds.ts\` 是全部界限，\`measures.ts\` 说明每个量的出处。
- 判得准不准：\`npm run bench -- legibility\`，在**合成的**测试集上给出查全率和查准率；\`--tune\` 显示界限是怎么定的。
- 本页和图片由 \`npm run generate:gallery\` 画成；若判断变了，与图下的提示不符，这个命令会报错。
`
