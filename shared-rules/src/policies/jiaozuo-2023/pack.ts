import { createPack } from '../create-pack'
import { sampleOccupations } from './directory'
import { grade1 } from './grade-1'
import { grade2 } from './grade-2'
import { grade3 } from './grade-3'
import { grade4 } from './grade-4'
import { grade5 } from './grade-5'
import { clauses, documentNumber, title } from './notice'
import { readings } from './readings'
import { openRoutes } from './routes'
import { dates, schedule } from './schedule'
import { texts } from './texts.zh-CN'

/** 焦作市 2023: 焦人社函〔2023〕20号. */
export const jiaozuo2023 = createPack({
  id: 'jiaozuo-2023',
  year: 2023,
  title,
  document: documentNumber,
  schedule,
  dates,
  pins: {},
  readings,
  occupations: sampleOccupations,
  sampleDirectory: true,
  clauses,
  grades: { 1: grade1, 2: grade2, 3: grade3, 4: grade4, 5: grade5 },
  openRoutes,
  texts,
})
