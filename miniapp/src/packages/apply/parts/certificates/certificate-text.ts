import { type Certificate, gradeName, type Pack } from '@app/shared-rules'
import { inWords } from '@/shared/ui/date-parts'

/** 四级（中级工）· 保管工, 2020年12月发证 */
export const certificateText = (pack: Pack, { grade, occupation, issuedOn, kind }: Certificate) => {
  const other = kind === 'national-vocational' ? ` · ${pack.texts.options.certificateKind[kind]}` : ''
  return {
    title: `${gradeName(grade)}· ${pack.occupation(occupation)?.name ?? occupation}`,
    caption: `${inWords(issuedOn)}发证${other}`,
  }
}
