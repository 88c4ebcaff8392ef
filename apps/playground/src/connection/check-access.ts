import { loadApi } from '../apis.ts'
import { call } from '../explore/call.ts'
import type { ApiAccess } from './connection.ts'

/** Whether an API answers, and if not, what it says. */
export interface AccessCheck {
  readonly isOpen: boolean
  readonly text: string
}

/** Calls something of the API that reads little. Never rejects. */
export async function checkAccess(access: ApiAccess, signal: AbortSignal): Promise<AccessCheck> {
  const { id, input } = access.api.check
  try {
    const { operations } = await loadApi(access.api)
    const operation = operations.find((candidate) => candidate.id === id)
    if (!operation) throw new TypeError(`There is no operation ${id}.`)
    const { outcome, durationMs } = await call(access, operation, { params: {}, input }, signal)
    if (outcome.type === 'answer') return { isOpen: true, text: `answers, in ${durationMs.toFixed(0)} ms` }
    return { isOpen: false, text: outcome.type === 'error' ? describe(outcome.error) : 'was not asked to the end' }
  } catch (error) {
    return { isOpen: false, text: describe(error) }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
