import type { AuthErrorCode } from '@x/auth'
import * as auth from '@x/auth'
import { createEmulator } from '@x/emulator'
import type { CredentialsErrorCode } from '@x/env'
import * as env from '@x/env'
import { createOperateClient } from '@x/operate'
import type { RestErrorCode, RestEvent } from '@x/rest'
import * as rest from '@x/rest'
import { describe, expect, it } from 'vitest'
import { countActive, describeEvent, findProcessInstance, mayPass } from '../../src/guides/handle-errors.ts'
import { codeIn, readGuide, tableBelow } from '../support/guide.ts'

// The compiler checks that these are complete: a missing or unknown code does not compile.
const codes = {
  '@x/env': Object.keys({ missing: 1, invalid: 1, not_credentials: 1 } satisfies Record<CredentialsErrorCode, 1>),
  '@x/auth': Object.keys({
    config_invalid: 1,
    token_rejected: 1,
    login_rejected: 1,
    token_malformed: 1,
    rate_limited: 1,
    server_error: 1,
    network: 1,
    timeout: 1,
    storage_failed: 1,
  } satisfies Record<AuthErrorCode, 1>),
  '@x/rest': Object.keys({
    config_invalid: 1,
    request_invalid: 1,
    http: 1,
    response_malformed: 1,
    response_invalid: 1,
    network: 1,
    timeout: 1,
    not_yet: 1,
  } satisfies Record<RestErrorCode, 1>),
}
const modules: Record<keyof typeof codes, Record<string, unknown>> = { '@x/env': env, '@x/auth': auth, '@x/rest': rest }

describe('the guide has all of', () => {
  it.each(Object.keys(codes) as (keyof typeof codes)[])('%s', async (name) => {
    const rows = tableBelow(await readGuide('errors-and-retries'), name)
    expect([...new Set(rows.flatMap(([code = '']) => codeIn(code)))].sort()).toEqual([...codes[name]].sort())
    const classes = Object.entries(modules[name]).flatMap(([exported, value]) =>
      typeof value === 'function' && value.prototype instanceof Error ? [exported] : [],
    )
    expect([...new Set(rows.flatMap(([, thrown = '']) => codeIn(thrown)))].sort()).toEqual(classes.sort())
  })
})

function connect() {
  const camunda = createEmulator({ rateLimit: false })
  const { fetch } = camunda
  const lines: string[] = []
  const authenticator = auth.createOAuth({ ...camunda.credentials('cluster'), fetch })
  const onEvent = (event: RestEvent): void => void lines.push(...[describeEvent(event) ?? []].flat())
  const operate = createOperateClient({ auth: authenticator, baseUrl: camunda.url('operate'), fetch, onEvent })
  const fail = (status: number, times = 1): void => {
    camunda.controls.failNext({ kind: 'operate', times, response: { status, headers: { 'retry-after': '0' } } })
  }
  return { camunda, operate, lines, fail }
}

describe('the examples', () => {
  it('only a 404 counts as a result', async () => {
    const { operate, fail } = connect()
    const { items } = await operate.processInstances.search({ size: 1 })
    const key = items[0]?.key ?? ''
    expect(await findProcessInstance(operate, key)).toMatchObject({ key })
    expect(await findProcessInstance(operate, '1')).toBeUndefined()
    fail(403)
    await expect(findProcessInstance(operate, key)).rejects.toMatchObject({ status: 403 })
  })

  it('distinguish temporary errors', async () => {
    const { operate, fail, camunda } = connect()
    const failure = (status: number) => {
      fail(status)
      return countActive(operate, new AbortController().signal).catch((error: unknown) => error)
    }
    expect(mayPass(await failure(503))).toBe(true)
    expect(mayPass(await failure(429))).toBe(true)
    expect(mayPass(await failure(403))).toBe(false)
    camunda.controls.failNext({ kind: 'operate', response: 'disconnect' })
    expect(mayPass(await countActive(operate, new AbortController().signal).catch((error: unknown) => error))).toBe(
      true,
    )
    await expect(countActive(operate, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
    expect(mayPass(new auth.AuthError('token_rejected', 'no'))).toBe(false)
    expect(mayPass(new auth.AuthError('rate_limited', 'later'))).toBe(true)
  })

  it('log each retry, and each failure, without a token', async () => {
    const { operate, fail, lines } = connect()
    fail(503)
    await operate.incidents.search()
    fail(403)
    await operate.incidents.search().catch(() => {})
    expect(lines).toEqual([
      expect.stringMatching(/^incidents\.search again after attempt 1, in \d/),
      expect.stringMatching(/^incidents\.search failed after \d+ ms: http, 403, .*Operate returned 403/),
    ])
    expect(lines.join()).not.toContain('Bearer')
  })
})
