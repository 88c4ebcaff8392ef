import type { CallInput } from '../../calls/call.ts'
import { href } from '../../routing/route.ts'
import { linkParameters } from './deep-link.ts'

/** The address of an operation with an input. */
export function operationHref(api: string, id: string, given: CallInput): string {
  return href(['explore', api, id], linkParameters(given))
}
