import { type DeskRow, type ReviewView } from '@app/contract'
import { type Pack } from '@app/shared-rules'
import { stepsOf } from '@/packages/track/parts/steps'
import { placeText } from '@/shared/texts/stages'
import { type TimelineStep } from '@/shared/ui/timeline'

/** The applicant's words, as a contact reads them. */
const ofThePerson = (words: string) => words.replace(/您这里/g, '本人那里').replace(/您/g, '本人')

/** Where it is, seen from the desk. */
export const deskPlaceText = (of: Pick<DeskRow | ReviewView, 'state' | 'holder'>) => ofThePerson(placeText(of))

/** 经过, seen from the desk. */
export const deskSteps = (pack: Pack, view: Pick<ReviewView, 'timeline' | 'checklist'>): TimelineStep[] =>
  stepsOf(pack, view).map(({ title, meaning, ...step }) => ({
    ...step,
    title: ofThePerson(title),
    ...(meaning === undefined ? {} : { meaning: ofThePerson(meaning) }),
  }))
