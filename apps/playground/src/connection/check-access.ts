import type { ApiAccess } from '../calls/api-access.ts'
import { checkCall } from '../calls/check-call.ts'
import { messageOf } from '../message-of.ts'

/** Whether an API answers, and if not, what it says. */
export interface AccessCheck {
  readonly isOpen: boolean
  readonly text: string
}

/** Calls something of the API that reads little. Never rejects. */
export async function checkAccess(access: ApiAccess, signal: AbortSignal): Promise<AccessCheck> {
  try {
    const { outcome, durationMs } = await checkCall(access, signal)
    if (outcome.type === 'answer') return { isOpen: true, text: `answers, in ${durationMs.toFixed(0)} ms` }
    return { isOpen: false, text: outcome.type === 'error' ? messageOf(outcome.error) : 'was not asked to the end' }
  } catch (error) {
    return { isOpen: false, text: messageOf(error) }
  }
}
