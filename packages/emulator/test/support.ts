import { expect } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions, type OrganizationPermission } from '../src/index.ts'

/** Noon of a day long enough ago that nothing confuses it with the real time. */
export const START = Date.UTC(2026, 4, 4, 12)

/** The origin of {@link createStill}. */
export const ORIGIN = 'http://camunda.localhost'

/** An emulator whose time stands still until a test moves its clock, and whose token endpoint knows no limit. */
export function createStill(options: EmulatorOptions = {}): Emulator {
  const defaults = { origin: ORIGIN, rateLimit: false, operate: { processInstances: 5 } } as const
  return createEmulator({ now: () => START, ...defaults, ...options })
}

export interface TokenCredentials {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

export function tokenForm({ clientId, clientSecret }: TokenCredentials, audience?: string): RequestInit {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }
  return { method: 'POST', body: new URLSearchParams(audience === undefined ? form : { ...form, audience }) }
}

export async function fetchToken(emulator: Emulator, credentials: TokenCredentials, audience: string): Promise<string> {
  const response = await emulator.fetch(credentials.tokenUrl, tokenForm(credentials, audience))
  expect(response.status).toBe(200)
  return ((await response.json()) as { access_token: string }).access_token
}

/** What a call gave: the body parsed where it is JSON, else as text. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the server sent
  readonly body: any
  readonly headers: Headers
}

export type Call = (method: string, path: string, body?: unknown) => Promise<Answer>

/** Calls one API of the emulator with one token. */
export function createCall(emulator: Emulator, baseUrl: string, token?: string): Call {
  return async (method, path, body) => {
    const response = await emulator.fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
  }
}

/** Calls Console as a client that may do everything, or only what is named. */
export async function createConsole(
  emulator: Emulator,
  permissions?: readonly OrganizationPermission[],
): Promise<Call> {
  const tokenUrl = emulator.url('token')
  const credentials = permissions
    ? { tokenUrl, ...emulator.controls.createOrganizationClient(permissions) }
    : emulator.credentials('organization')
  const token = await fetchToken(emulator, credentials, 'api.cloud.camunda.io')
  return createCall(emulator, emulator.url('console'), token)
}
