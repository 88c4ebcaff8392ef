import type { Operation } from '@x/rest/shapes'
import type { CallInput } from '../calls/call.ts'
import { type Visible, withoutSecrets } from '../explore/secrets.ts'

/** Stands in code where the input has a secret. */
const PLACEHOLDER = 'REPLACE-ME'

/** An input without the secrets that somebody typed: code is copied to places that a secret must not reach. */
export function withPlaceholders(operation: Operation, given: CallInput): Visible {
  return withoutSecrets(operation, given, PLACEHOLDER)
}

/** What a reader of the code has to know about that. A name from outside must not end the comment that it stands in. */
export function placeholderNotes(operation: Operation, given: CallInput): readonly string[] {
  const names = withPlaceholders(operation, given).withheld.map((name) => name.replace(/[^\w.-]/g, '?'))
  return names.map((name) => `${PLACEHOLDER} stands for ${name}: a secret does not belong in code`)
}
