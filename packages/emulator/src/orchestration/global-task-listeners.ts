import type { Engine, GlobalTaskListenerInput } from '@x/engine'
import type { Lag } from '../engine/lag.ts'
import type { Members } from '../sampled/members.ts'
import { created, type Handlers } from './handler.ts'
import { notFound, rejected } from './problems.ts'
import { createRecords, searchableOf } from './records.ts'
import { search } from './search/search.ts'

interface GlobalTaskListener extends Members, GlobalTaskListenerInput {
  readonly id: string
}

/** Listeners for the user tasks of all processes, which the engine calls. */
export function globalTaskListenerOperations(engine: Engine, lag: Lag, nextKey: () => string): Handlers {
  const records = createRecords<GlobalTaskListener>(lag, nextKey)
  const existing = (id: string, verb: string): string => {
    if (records.has(id)) return id
    throw rejected('NOT_FOUND', `Expected to ${verb} global listener with id '${id}', but no such listener exists`)
  }
  const keep = (id: string, body: GlobalTaskListenerInput): GlobalTaskListener => {
    const listener = { retries: 3, afterNonGlobal: false, priority: 50, ...body, id, source: 'API' }
    // First, since the engine rejects listeners that it cannot call.
    engine.setGlobalTaskListeners([
      ...new Map<string, GlobalTaskListenerInput>(records.entries()).set(id, listener).values(),
    ])
    return records.set(id, listener)
  }
  return {
    'globalTaskListeners.create': ({ body }) => {
      const { id } = body as GlobalTaskListener
      if (records.has(id)) {
        throw rejected('ALREADY_EXISTS', `Expected to create global listener with id '${id}', but it exists already`)
      }
      return created(keep(id, body))
    },
    'globalTaskListeners.get': ({ params: { id = '' } }) => {
      const record = records.visible.get(id)
      if (record === undefined) throw notFound('Global listener', id)
      return record
    },
    'globalTaskListeners.update': ({ params: { id = '' }, body }) => keep(existing(id, 'update'), body),
    'globalTaskListeners.delete': ({ params: { id = '' } }) => {
      records.delete(existing(id, 'delete'))
      engine.setGlobalTaskListeners(records.entries().map(([, listener]) => listener))
    },
    'globalTaskListeners.search': (call) =>
      search(
        call,
        searchableOf(() => records.visible.values()),
      ),
  }
}
