import { type ApplicationEvent, type ApplicationState } from '../../contract'
import { conditions, type Edge, type EdgeContext } from './edge'
import { laterEdges } from './later-edges'
import { reviewEdges } from './review-edges'

/** The whole lifecycle of an application: one row per edge. Nothing else may change a state. */
export const edges: readonly Edge[] = [...reviewEdges, ...laterEdges]

/** States that nothing leaves, but for what the law itself says (see `later-edges`). */
export const ends: readonly ApplicationState[] = [
  'certified',
  'withdrawn',
  'rejected',
  'abandoned',
  'disqualified',
  'not-passed',
]

/** Ends that free the person for another application while registration is open. */
export const freeing: readonly ApplicationState[] = ['withdrawn', 'rejected', 'abandoned']

/**
 * The edge that the event takes from this state, or none: the event is not possible now.
 * @param state null before the application exists
 */
export function next(state: ApplicationState | null, event: ApplicationEvent, context: EdgeContext): Edge | undefined {
  return edges.find(
    (edge) => edge.from === state && edge.event === event && (!edge.when || conditions[edge.when](context)),
  )
}

/** Whether some edge of this event leaves the state, whatever the context. */
export function possible(state: ApplicationState, event: ApplicationEvent): boolean {
  return edges.some((edge) => edge.from === state && edge.event === event)
}
