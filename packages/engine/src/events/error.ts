import type { EventKind } from './event-kind.ts'
import { readCode } from './read-code.ts'

export const error: EventKind = {
  kind: 'error',
  read: ({ errorRef }, draft, reading) => ({
    kind: 'error',
    code: readCode(errorRef, errorRef?.errorCode, draft, reading),
  }),
}
