import type { Endpoint, EndpointRequest } from '../endpoint.ts'
import { empty, text } from '../responses.ts'
import type { SessionEra } from './era.ts'
import type { Sessions } from './sessions.ts'
import type { Users } from './users.ts'

/** Where users of one application sign in, with the form of the login page, and sign out. */
export function createLoginEndpoints(basePath: string, era: SessionEra, users: Users, sessions: Sessions): Endpoint[] {
  return [
    postOnly('login', `${basePath}${era.loginPath}`, (request) => {
      const { username, password } = readForm(request, era.readsQuery)
      return users.has(username, password) ? empty(204, { 'set-cookie': sessions.open(username) }) : empty(401)
    }),
    postOnly('logout', `${basePath}${era.logoutPath}`, ({ headers }) =>
      empty(204, { 'set-cookie': sessions.close(headers) }),
    ),
  ]
}

function postOnly(name: string, path: string, post: (request: EndpointRequest) => Response): Endpoint {
  return {
    name,
    path,
    handle: (request) => ({
      response: request.method === 'POST' ? post(request) : text(405, 'Method Not Allowed', { allow: 'POST' }),
    }),
  }
}

function readForm(
  { headers, body, query }: EndpointRequest,
  readsQuery: boolean,
): { username: string; password: string } {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers.get('content-type') ?? '')
  const form = new URLSearchParams(isForm ? body : '')
  const read = (name: string): string => form.get(name) ?? (readsQuery ? query.get(name) : undefined) ?? ''
  return { username: read('username'), password: read('password') }
}
