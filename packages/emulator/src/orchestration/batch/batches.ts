import { EngineError } from '@x/engine'
import type { Lag } from '../../engine/lag.ts'
import type { Call } from '../handler.ts'
import { Rejection } from '../problems.ts'
import { createRecords, type Records } from '../records.ts'
import { permissionOf, refusalOf } from './batch-permissions.ts'

export interface Batch {
  readonly batchOperationKey: string
  readonly batchOperationType: string
  readonly state: 'COMPLETED'
  readonly startDate: string
  readonly endDate: string
  readonly actorType: 'CLIENT' | 'USER'
  readonly actorId: string | null
  readonly operationsTotalCount: number
  readonly operationsFailedCount: number
  readonly operationsCompletedCount: number
  readonly errors: readonly never[]
}

/** An item of a batch operation. */
export interface Target {
  readonly itemKey: string
  /** Null for a decision that was not evaluated by a process instance. */
  readonly processInstanceKey: string | null
  readonly rootProcessInstanceKey: string | null
}

export interface BatchItem extends Target {
  readonly batchOperationKey: string
  readonly operationType: string
  readonly state: 'COMPLETED' | 'FAILED'
  readonly processedDate: string
  readonly errorMessage: string | null
}

/** The batch operations of one cluster. */
export interface Batches {
  readonly batches: Records<Batch>
  readonly items: Records<BatchItem>
  /** The keys of the batch operations that changed a process instance, as reads see it. */
  batchesOf(processInstanceKey: string): readonly string[]
  /** Applies a command to all targets. If one is rejected, the others are unaffected. */
  run(call: Call, type: string, targets: readonly Target[], apply: (itemKey: string) => void): Batch
  /** The same with a single command for all targets, which rejects none of them. */
  runAtOnce(call: Call, type: string, targets: readonly Target[], apply: (itemKeys: readonly string[]) => void): Batch
}

export interface BatchesParts {
  readonly lag: Lag
  readonly nextKey: () => string
  readonly now: () => number
  /** Whether the name is that of a user, not of a client. */
  readonly isUser: (name: string) => boolean
}

export function createBatches({ lag, nextKey, now, isUser }: BatchesParts): Batches {
  const batches = createRecords<Batch>(lag, nextKey)
  const items = createRecords<BatchItem>(lag, nextKey)
  const all: Batches = {
    batches,
    items,
    batchesOf: (key) =>
      [...items.visible.values()]
        .filter(({ processInstanceKey }) => processInstanceKey === key)
        .map(({ batchOperationKey }) => batchOperationKey),
    runAtOnce: (call, type, targets, apply) => {
      const itemKeys: string[] = []
      const batch = all.run(call, type, targets, (itemKey) => {
        itemKeys.push(itemKey)
      })
      apply(itemKeys)
      return batch
    },
    run: ({ request: { caller }, allows }, batchOperationType, targets, apply) => {
      const batchOperationKey = nextKey()
      const date = new Date(now()).toISOString()
      const processed = targets.map((target) => {
        const errorMessage = attempt(() => {
          const permission = permissionOf(batchOperationType)
          if (allows?.(permission, { ...target }) === false) throw new Rejection('FORBIDDEN', refusalOf(permission))
          apply(target.itemKey)
        })
        const state = errorMessage === null ? 'COMPLETED' : 'FAILED'
        const item = { ...target, batchOperationKey, operationType: batchOperationType, state, errorMessage } as const
        return items.add({ ...item, processedDate: date })
      })
      const failed = processed.filter(({ state }) => state === 'FAILED').length
      const actorId = caller?.clientId ?? null
      return batches.set(batchOperationKey, {
        batchOperationKey,
        batchOperationType,
        state: 'COMPLETED',
        startDate: date,
        endDate: date,
        actorType: actorId !== null && isUser(actorId) ? 'USER' : 'CLIENT',
        actorId,
        operationsTotalCount: processed.length,
        operationsFailedCount: failed,
        operationsCompletedCount: processed.length - failed,
        errors: [],
      })
    },
  }
  return all
}

/** Why a command was rejected, or null. */
function attempt(command: () => void): string | null {
  try {
    command()
    return null
  } catch (error) {
    if (error instanceof EngineError || error instanceof Rejection) return error.message
    throw error
  }
}
