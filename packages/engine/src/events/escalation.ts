import type { EventKind } from './event-kind.ts'
import { readCode } from './read-code.ts'

export const escalation: EventKind = {
  kind: 'escalation',
  read: ({ escalationRef }, draft, reading) => ({
    kind: 'escalation',
    code: readCode(escalationRef, escalationRef?.escalationCode, draft, reading),
  }),
}
