import type { Education } from '../../facts/facts'

/** 技工学校（职专）或高中（含职高）以上文化程度: 二(三)4, 二(四)3. */
const BELOW_FLOOR: readonly Education[] = ['primary', 'junior-high']

export const reachesFloor = (education: Education): boolean => !BELOW_FLOOR.includes(education)
