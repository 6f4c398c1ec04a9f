import type { LegibilityHint } from '../../../bff/src/documents/legibility/judge'
import { hintText } from '../../../miniapp/src/shared/texts/pages'
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

/** What the phone says, in its own words; a hint never refuses, the person may keep the page as it is. */
const words = (hint: LegibilityHint): string => hintText({ code: hint })

const cell = ({ file, caption, hints }: Exhibit) =>
  `| ![${caption}](${file}.jpg) | ${caption} | ${hints.map((hint) => `\`${hint}\``).join(' ') || '无'} | ${hints.map(words).join('<br>') || '不提示'} |`

const duplicateText = hintText({ code: 'duplicate' })

export const galleryPage = (exhibits: readonly Exhibit[]): string => `# 材料照片：哪些会被提示重拍

手机拍的材料交到考试机构之前，系统先看一遍：能不能看清。看不清就给一句提示，说明该怎么重拍。
**提示不是拒收**：申报人可以“重拍”，也可以“用这张”；带提示的页照样算数，照样送到审核人手里。

图中内容全部是虚构的示例，由程序画成，不是真实证件。

| 照片 | 怎么回事 | 提示代码 | 手机上的话 |
|---|---|---|---|
${exhibits.map(cell).join('\n')}

另有一种提示不在图上：同一份申报里，一页和另一页是同一张照片（选了两次、转存后又传了一次），代码 \`duplicate\`，手机上说：
“${duplicateText}”同一页纸重新拍了一张，多半认不出来；同一种证书的两本，分开拍的，不会误认。

## 给开发者

- 判断在 \`bff/src/documents/legibility/\`：\`judge.ts\` 给提示，\`thresholds.ts\` 是全部界限，\`measures.ts\` 说明每个量的出处。
- 判得准不准：\`npm run bench -- legibility\`，在**合成的**测试集上给出查全率和查准率；\`--tune\` 显示界限是怎么定的。
- 本页和图片由 \`npm run generate:gallery\` 画成；若判断变了，与图下的提示不符，这个命令会报错。
`
