import { AuthError, TokenRejectedError } from '@x/auth'
import { parseCredentials } from '@x/env'
import { ApiError, RateLimitedError, ValidationError } from '@x/rest'
import { expect, test } from 'vitest'
import { describeError } from '../../../src/explore/answer/error/describe-error.ts'

const about = { operation: 'files.get', method: 'GET', url: 'https://camunda.example/files/1' }

test('an answer of the service with all that it says', () => {
  const answer = { status: 404, title: 'Not Found', detail: 'No file 1', instance: '/files/1', requestId: 'r-1' }
  expect(describeError(new ApiError('Web Modeler answered 404', about, answer))).toEqual({
    name: 'ApiError',
    message: 'Web Modeler answered 404',
    detail: 'No file 1',
    hint: undefined,
    members: [['code', 'http'], ...Object.entries(about), ...Object.entries(answer)],
    issues: [],
    cause: undefined,
  })
})

test('seconds to wait', () => {
  const limited = describeError(new RateLimitedError('429', about, { status: 429, retryAfterMs: 12_300 }))
  expect(limited.hint).toBe('Try again in 13 s.')
  expect(limited.members).toContainEqual(['retryAfterMs', '12.3 s'])
  const rejected = new TokenRejectedError({ clientId: 'id', status: 401, oauthError: 'invalid_client' }, 60_000)
  expect(describeError(rejected, 30_000)).toMatchObject({ name: 'TokenRejectedError', hint: 'Try again in 30 s.' })
  expect(describeError(rejected, 90_000).hint).toMatch(/credentials/)
  expect(describeError(new AuthError('rate_limited', 'wait', 1000)).hint).toBe('Try again in 1 s.')
})

test('what is wrong, and where', () => {
  const issues = [{ path: 'filter.state', message: 'is not known' }]
  expect(describeError(new ValidationError('files.search', 'body', issues))).toMatchObject({
    issues,
    name: 'ValidationError',
  })
  let thrown: unknown
  try {
    parseCredentials("export CAMUNDA_CLIENT_ID='id'")
  } catch (error) {
    thrown = error
  }
  expect(describeError(thrown).issues).toContainEqual({
    path: 'CAMUNDA_CLIENT_SECRET',
    message: expect.stringMatching(/^is not set\. /),
  })
})

test('of an error that nobody knows, class and message only, and so for its causes', () => {
  const cause = Object.assign(new RangeError('inner'), { token: 'eyJhbGci' })
  const error = Object.assign(new TypeError('outer', { cause }), { headers: { authorization: 'Bearer eyJhbGci' } })
  const described = describeError(error)
  expect(described).toMatchObject({ name: 'TypeError', message: 'outer', members: [], cause: { name: 'RangeError' } })
  expect(JSON.stringify(described)).not.toContain('eyJ')
  expect(describeError('only text')).toMatchObject({ name: 'string', message: 'only text' })
})

test('a circle of causes ends', () => {
  const error = new Error('round')
  error.cause = error
  expect(JSON.stringify(describeError(error)).match(/round/g)).toHaveLength(6)
})
