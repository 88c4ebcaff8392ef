import type { EventKind } from './event-kind.ts'

export const terminate: EventKind = {
  kind: 'terminate',
  read: () => ({ kind: 'terminate' }),
}
