import type { Operation } from '@x/rest/shapes'
import type { CallInput } from '../calls/call.ts'
import { type Visible, withoutSecrets } from '../explore/secrets.ts'

/** Replaces a secret of the input in code. */
const PLACEHOLDER = 'REPLACE-ME'

/** Returns an input without the secrets that were typed, because code is copied to places that no secret must reach. */
export function withPlaceholders(operation: Operation, given: CallInput): Visible {
  return withoutSecrets(operation, given, PLACEHOLDER)
}

/** Explains the placeholders to a reader of the code. A name from outside must not end the comment. */
export function placeholderNotes(operation: Operation, given: CallInput): readonly string[] {
  const names = withPlaceholders(operation, given).withheld.map((name) => name.replace(/[^\w.-]/g, '?'))
  return names.map((name) => `${PLACEHOLDER} stands for ${name}: a secret does not belong in code`)
}
