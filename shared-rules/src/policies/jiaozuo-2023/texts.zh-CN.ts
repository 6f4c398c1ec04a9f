import type { PackTexts } from '../pack-texts'
import { criteria, manualRoutes, readings, routes, warnings } from './texts/answers.zh-CN'
import { options, facts } from './texts/options.zh-CN'
import { papers } from './texts/papers.zh-CN'
import { questions } from './texts/questions.zh-CN'

/** Every Chinese text of this pack. */
export const texts: PackTexts = {
  facts,
  questions,
  readings,
  criteria,
  routes,
  manualRoutes,
  warnings,
  papers,
  options,
}
