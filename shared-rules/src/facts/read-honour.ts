import type { Honour, Level } from './facts'
import { aBoolean, aDate, isRecord, oneOf, ordinal, owns, type Reader, recordOf } from './shape'

type Kind = Honour['kind']
type Of<K extends Kind> = Extract<Honour, { kind: K }>

const level = oneOf<Level>('national', 'provincial', 'municipal', 'county')
const prize: Reader<1 | 2 | 3> = (value, field, problems) => {
  const n = ordinal(value, field, problems)
  return n === undefined ? undefined : oneOf<1 | 2 | 3>(1, 2, 3)(n, field, problems)
}

const readers: { [K in Kind]: Reader<Of<K>> } = {
  commendation: recordOf<Of<'commendation'>>(
    { kind: oneOf('commendation'), by: oneOf('party-or-government', 'department'), level, awardedOn: aDate },
    [],
  ),
  'may-day-medal': recordOf<Of<'may-day-medal'>>({ kind: oneOf('may-day-medal'), level, awardedOn: aDate }, []),
  'technical-expert': recordOf<Of<'technical-expert'>>(
    { kind: oneOf('technical-expert'), level, awardedOn: aDate },
    [],
  ),
  competition: recordOf<Of<'competition'>>(
    { kind: oneOf('competition'), level, individual: aBoolean, prize, rank: ordinal, awardedOn: aDate },
    ['prize', 'rank'],
  ),
  patent: recordOf<Of<'patent'>>(
    {
      kind: oneOf('patent'),
      type: oneOf('invention', 'utility-model'),
      ownOccupation: aBoolean,
      rank: ordinal,
      grantedOn: aDate,
    },
    [],
  ),
  'unique-skill': recordOf<Of<'unique-skill'>>({ kind: oneOf('unique-skill'), awardedOn: aDate }, ['awardedOn']),
  'model-worker': recordOf<Of<'model-worker'>>({ kind: oneOf('model-worker'), level, awardedOn: aDate }, []),
  innovation: recordOf<Of<'innovation'>>(
    { kind: oneOf('innovation'), level, mainContributor: aBoolean, awardedOn: aDate },
    [],
  ),
}

const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && owns(readers, kind)

/** An honour of a known kind with the parts of that kind. */
export const anHonour: Reader<Honour> = (value, field, problems) => {
  if (!isRecord(value)) return problems.add(field, 'wrong-type')
  if (!isKind(value.kind)) return problems.add(`${field}.kind`, 'wrong-type')
  return readers[value.kind](value, field, problems)
}
