import type { Operation } from '@x/rest/shapes'
import type { CallInput } from '../../calls/call.ts'
import { href } from '../../routing/route.ts'
import { linkParameters } from './deep-link.ts'

/** Returns the address of an operation with an input. */
export function operationHref(api: string, operation: Operation, given: CallInput): string {
  return href(['explore', api, operation.id], linkParameters(operation, given))
}
