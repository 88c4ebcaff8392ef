import { expect, test } from 'vitest'
import { createBasicAuth, createBearer } from '../src/index.ts'

test('a fixed bearer token is sent unchanged, and a rejection is final', async () => {
  const auth = createBearer({ reveal: () => 'abc.def' })
  expect(await auth.headers('any')).toEqual({ authorization: 'Bearer abc.def' })
  expect(await auth.refused?.('any', { authorization: 'Bearer abc.def' })).toBe(false)
})

test('a bearer function is called for each request, and after a rejection once more if it then returns another token', async () => {
  let token = 'one'
  const auth = createBearer(async () => token)
  const headers = await auth.headers(undefined)
  expect(await auth.refused?.(undefined, headers)).toBe(false)
  token = 'two'
  expect(await auth.refused?.(undefined, headers)).toBe(true)
  expect(await auth.headers(undefined)).toEqual({ authorization: 'Bearer two' })
})

test.each(['', 'a b', 'a\nb', 'ü', undefined, 5])('%j is not a bearer token', async (token) => {
  await expect(createBearer(token as string).headers('a')).rejects.toMatchObject({ code: 'config_invalid' })
})

test('Basic is base64 of UTF-8', async () => {
  const auth = createBasicAuth({ username: 'demo', password: 'p\u00e4ss:w\u00f6rd \u{1f600}' })
  const { authorization } = await auth.headers('any')
  expect(Buffer.from(authorization?.slice('Basic '.length) ?? '', 'base64').toString()).toBe(
    'demo:p\u00e4ss:w\u00f6rd \u{1f600}',
  )
})

test.each([
  { username: 'a:b', password: 'x' },
  { username: '', password: 'x' },
  { username: 'a', password: '' },
  { username: 'a', password: undefined },
])('%j is not a user name and password', (options) => {
  expect(() => createBasicAuth(options as never)).toThrow(expect.objectContaining({ code: 'config_invalid' }))
})
