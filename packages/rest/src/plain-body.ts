import { findLoss } from './json-loss.ts'
import { isPlainObject, notPlain } from './plain-object.ts'
import type { Check } from './resource.ts'
import { refusePart } from './validation-error.ts'

/**
 * The check of a client without schemas: a body that JSON would change is rejected.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export const checkPlain: Check = ({ id, takes, list }, part, value) => {
  if (part !== 'body' || !takes?.includes(part)) return value
  if (list && !Array.isArray(value)) refusePart(id, part, '', 'must be an array')
  if (!list && !isPlainObject(value)) refusePart(id, part, '', notPlain)
  const loss = findLoss(value)
  if (loss) refusePart(id, part, loss.path.reverse().join('.'), loss.message)
  return value
}
