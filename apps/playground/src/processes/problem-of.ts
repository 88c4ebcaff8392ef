import { ApiError } from '@x/rest'
import { messageOf } from '../message-of.ts'

/** Returns a readable reason why something could not be loaded or changed, including the server's own detail. */
export function problemOf(error: unknown): string {
  if (isRejectedToken(error)) {
    return 'The credentials were rejected. If you rotated the secrets in Tokens, use the new ones there.'
  }
  const message = messageOf(error)
  const detail = error instanceof ApiError ? error.detail : undefined
  return detail && !message.includes(detail) ? `${message} ${detail}` : message
}

/** Also if it is the reason why the cluster could not be detected. */
function isRejectedToken(error: unknown): boolean {
  for (let reason = error, depth = 0; reason instanceof Error && depth < MOST_CAUSES; reason = reason.cause, depth++) {
    if (Reflect.get(reason, 'code') === 'token_rejected') return true
  }
  return false
}

/** Chains of causes can be circular. */
const MOST_CAUSES = 10
