import { type Honour, type Level } from '@app/shared-rules'

/** What has been said of an honour so far; which parts count depends on its kind. */
export interface HonourDraft {
  kind: Honour['kind'] | undefined
  by?: 'party-or-government' | 'department'
  level?: Level
  individual?: 'yes' | 'no'
  prize?: '1' | '2' | '3' | 'none'
  rank?: '1' | '2' | '3' | '4' | '5' | '6' | 'none'
  type?: 'invention' | 'utility-model'
  ownOccupation?: 'yes' | 'no'
  mainContributor?: 'yes' | 'no'
  /** `YYYY-MM` or with the day. */
  on: string
}

const word = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no')
const prizeWords = { 1: '1', 2: '2', 3: '3' } as const

const rankWord = (rank: number | undefined): NonNullable<HonourDraft['rank']> => {
  const words = { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5' } as const
  if (rank === undefined) return 'none'
  return rank === 1 || rank === 2 || rank === 3 || rank === 4 || rank === 5 ? words[rank] : '6'
}

/** The draft that an honour came from, to be changed. */
export const draftOf = (honour: Honour): HonourDraft => {
  switch (honour.kind) {
    case 'commendation':
      return { kind: honour.kind, by: honour.by, level: honour.level, on: honour.awardedOn }
    case 'competition': {
      const prize = honour.prize === undefined ? 'none' : prizeWords[honour.prize]
      const { kind, level, individual, rank, awardedOn: on } = honour
      return { kind, level, individual: word(individual), prize, rank: rankWord(rank), on }
    }
    case 'patent': {
      const { kind, type, ownOccupation, rank, grantedOn: on } = honour
      return { kind, type, ownOccupation: word(ownOccupation), rank: rankWord(rank), on }
    }
    case 'innovation':
      return {
        kind: honour.kind,
        level: honour.level,
        mainContributor: word(honour.mainContributor),
        on: honour.awardedOn,
      }
    case 'unique-skill':
      return { kind: honour.kind, on: honour.awardedOn ?? '' }
    case 'may-day-medal':
    case 'technical-expert':
    case 'model-worker':
      return { kind: honour.kind, level: honour.level, on: honour.awardedOn }
  }
}

const numberOf = (word: '1' | '2' | '3' | '4' | '5' | '6') => Number(word)
const prizes = { 1: 1, 2: 2, 3: 3 } as const

const competition = ({ level, individual, prize, rank, on }: HonourDraft): Honour | undefined => {
  if (!level || !individual || !prize) return undefined
  if (prize === 'none' && !rank) return undefined
  const won = prize === 'none' ? {} : { prize: prizes[prize] }
  const placed = prize !== 'none' || !rank || rank === 'none' ? {} : { rank: numberOf(rank) }
  return { kind: 'competition', level, individual: individual === 'yes', ...won, ...placed, awardedOn: on }
}

const patent = ({ type, ownOccupation, rank, on }: HonourDraft): Honour | undefined => {
  if (!type || !ownOccupation || !rank || rank === 'none') return undefined
  return { kind: 'patent', type, ownOccupation: ownOccupation === 'yes', rank: numberOf(rank), grantedOn: on }
}

/** The honour, once everything that its kind needs is said. */
export const finished = (draft: HonourDraft): Honour | undefined => {
  const { kind, level, on } = draft
  switch (kind) {
    case undefined:
      return undefined
    case 'competition':
      return competition(draft)
    case 'patent':
      return patent(draft)
    case 'unique-skill':
      return { kind }
    case 'commendation':
      return level && draft.by && { kind, by: draft.by, level, awardedOn: on }
    case 'innovation':
      return (
        level &&
        draft.mainContributor && { kind, level, mainContributor: draft.mainContributor === 'yes', awardedOn: on }
      )
    case 'may-day-medal':
    case 'technical-expert':
    case 'model-worker':
      return level && { kind, level, awardedOn: on }
  }
}
