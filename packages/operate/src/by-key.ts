import { type CallOptions, type Route, ValidationError } from '@x/rest'
import { KEY_EXPECTED, type KeyInput, readKey } from './key.ts'
import type { OperateTransport } from './operate-transport.ts'

/** The method of an operation whose path takes one key. Rejects with a `ValidationError` when it is given none. */
export function byKey<Answer>(
  transport: OperateTransport,
  route: Route,
): (key: KeyInput, options?: CallOptions) => Promise<Answer> {
  return async (key, options) => {
    const digits = readKey(key)
    if (digits === undefined) {
      throw new ValidationError(route.id, 'params', [{ path: 'key', message: `has to be ${KEY_EXPECTED}` }])
    }
    return transport.call<Answer>(route, { params: [String(digits)] }, options)
  }
}
