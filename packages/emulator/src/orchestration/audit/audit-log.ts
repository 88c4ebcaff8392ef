import type { Engine } from '@x/engine'
import type { Lag } from '../../engine/lag.ts'
import type { Members } from '../../sampled/members.ts'
import type { Call, Handlers } from '../handler.ts'
import { notFound } from '../problems.ts'
import { createRecords, searchableOf } from '../records.ts'
import { search } from '../search/search.ts'
import { changesOf } from './entries.ts'

export interface AuditLogParts {
  readonly engine: Engine
  readonly lag: Lag
  readonly nextKey: () => string
  readonly now: () => number
  /** Whether the name is that of a user, not of a client. */
  readonly isUser: (name: string) => boolean
}

/** Records who does what through the API. */
export interface AuditLog {
  /** Records the changes of a command. */
  note(call: Call, result: unknown): void
  readonly operations: Handlers
}

/** Creates the audit log of one cluster. It records successful commands. */
export function createAuditLog({ engine, lag, nextKey, now, isUser }: AuditLogParts): AuditLog {
  const entries = createRecords<Members>(lag, nextKey)
  const all = (): Iterable<Members & { readonly key: string }> => entries.visible.values()

  /** The process that a change is part of. */
  function placeOf({ userTaskKey, incidentKey, jobKey, processInstanceKey }: Members): Members {
    const record =
      (userTaskKey && engine.userTasks.get(String(userTaskKey))) ||
      (incidentKey && engine.incidents.get(String(incidentKey))) ||
      (jobKey && engine.jobs.get(String(jobKey))) ||
      (processInstanceKey && engine.processInstances.get(String(processInstanceKey)))
    return record ? { ...record } : {}
  }

  return {
    note: (call, result) => {
      for (const change of changesOf(call, Object(result))) {
        const key = nextKey()
        const actorId = call.request.caller?.clientId ?? null
        const actorType = actorId === null ? 'ANONYMOUS' : isUser(actorId) ? 'USER' : 'CLIENT'
        const timestamp = new Date(now()).toISOString()
        entries.set(key, {
          ...placeOf(change),
          ...change,
          auditLogKey: key,
          timestamp,
          actorId,
          actorType,
          result: 'SUCCESS',
        })
      }
    },
    operations: {
      'auditLogs.get': ({ params: { auditLogKey = '' } }) => {
        const entry = entries.visible.get(auditLogKey)
        if (entry === undefined) throw notFound('Audit Log', auditLogKey)
        return entry
      },
      'auditLogs.search': (call) => search(call, searchableOf(all)),
      'userTasks.searchAuditLogs': (call) => {
        const { userTaskKey = '' } = call.params
        if (engine.userTasks.get(userTaskKey) === undefined) throw notFound('User Task', userTaskKey)
        const own = [...all()].filter((entry) => entry.userTaskKey === userTaskKey)
        return search(
          call,
          searchableOf(() => own),
        )
      },
    },
  }
}
