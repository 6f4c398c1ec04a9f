import { findPack, packIds } from '@app/shared-rules'
import { drawStates } from '../../bff/src/applications/table/draw'
import { edges } from '../../bff/src/applications/table/table'
import { drawNotices } from '../../bff/src/notices/catalogue/draw'
import { sampleOccasion } from '../../bff/src/notices/catalogue/occasion.fixture'
import { drawMoney } from '../../bff/src/payments/table/draw'
import { drawClauses } from './draw-clauses'
import { drawOpenApi } from './draw-open-api'

export interface GeneratedDocument {
  /** Relative to the repository. */
  path: string
  text: string
}

/** Draws documents from the code that they speak of. */
type Drawer = () => Promise<readonly GeneratedDocument[]> | readonly GeneratedDocument[]

const states: Drawer = () => [{ path: 'docs/states.md', text: `${drawStates(edges)}\n${drawMoney()}` }]

const notices: Drawer = () => [{ path: 'docs/notices.md', text: drawNotices(edges, sampleOccasion) }]

const clauses: Drawer = () =>
  packIds
    .map(findPack)
    .filter((pack) => pack !== undefined)
    .map((pack) => ({ path: `docs/clauses-${pack.id}.md`, text: drawClauses(pack) }))

const openApi: Drawer = async () => [{ path: 'docs/api/openapi.json', text: await drawOpenApi() }]

export const drawers: readonly Drawer[] = [states, notices, clauses, openApi]
