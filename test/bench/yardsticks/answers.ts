import { type Assessment, type Facts, type Pack, type Pins, configurePack } from '@app/shared-rules'

/** Yes or no for grades 5, 4, 3, 2, 1, as bits 5 to 1. */
export type Answers = number

export const gradesAsked = ['5', '4', '3', '2', '1'] as const

/** The bit of grade `'5'` … `'1'`. */
export const bitOf = (grade: string): Answers => 1 << Number(grade)

/** Flat answers: only `eligible` is a yes. Throws where an assessment is not flat. */
export function flatten(assessment: Assessment, facts: Facts): Answers {
  return gradesAsked.reduce((answers, grade) => {
    const { verdict } = assessment.grades[grade]
    if (verdict === 'confirm' || verdict === 'incomplete') {
      throw new Error(`grade ${grade} is ${verdict} although everything is known and pinned: ${JSON.stringify(facts)}`)
    }
    return verdict === 'eligible' ? answers | bitOf(grade) : answers
  }, 0)
}

/** Every open reading pinned to its lean, or to its first option; the notice to its last possible day. */
export function pinEverything(pack: Pack): Pack {
  const pins = Object.values(pack.readings).map(({ id, lean, options }) => [id, lean ?? options[0]] as const)
  return configurePack(pack, { pins: { ...(Object.fromEntries(pins) as Pins), 'notice-issued-on': '2023-03-10' } })
}
