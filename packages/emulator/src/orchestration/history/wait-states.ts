import type { WaitStateRecord, WaitStates } from '@x/engine'
import type { Searchable } from '../search/searchable.ts'
import { searchableOf } from './collections.ts'

type WaitState = WaitStateRecord & { readonly bpmnProcessId: string; readonly cursorKey: string }

/** What element instances wait for. Each item gets its own key, as an element instance can wait for several events. */
export function searchableWaitStates(states: WaitStates): Searchable<WaitState> {
  const collection = {
    of: (key: string) => numbered(states.of(key)),
    [Symbol.iterator]: () => numbered(states),
  }
  return searchableOf(collection, ({ cursorKey }) => cursorKey, {
    fields: { waitStateType: ({ details }) => details.waitStateType },
  })
}

function* numbered(states: Iterable<WaitStateRecord>): Generator<WaitState> {
  let index = 0
  let last = ''
  for (const state of states) {
    index = state.elementInstanceKey === last ? index + 1 : 0
    last = state.elementInstanceKey
    const cursorKey = `${state.elementInstanceKey}${String(index).padStart(3, '0')}`
    yield { ...state, bpmnProcessId: state.processDefinitionId, cursorKey }
  }
}
