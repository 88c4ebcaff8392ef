import { expect, test } from 'vitest'
import { createBasicAuth, createBearer } from '../src/index.ts'

test('a fixed bearer token is sent as it is, and a refusal is final', async () => {
  const auth = createBearer({ reveal: () => 'abc.def' })
  expect(await auth.headers('any')).toEqual({ authorization: 'Bearer abc.def' })
  expect(await auth.refused?.('any', { authorization: 'Bearer abc.def' })).toBe(false)
})

test('a bearer function is asked at each call, and a refusal is worth one more try when it has another token', async () => {
  let token = 'one'
  const auth = createBearer(async () => token)
  const headers = await auth.headers(undefined)
  expect(await auth.refused?.(undefined, headers)).toBe(false)
  token = 'two'
  expect(await auth.refused?.(undefined, headers)).toBe(true)
  expect(await auth.headers(undefined)).toEqual({ authorization: 'Bearer two' })
})

test.each(['', 'a b', 'a\nb', 'ü', undefined, 5])('%j is no bearer token', async (token) => {
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
])('%j is no user name and password', (options) => {
  expect(() => createBasicAuth(options as never)).toThrow(expect.objectContaining({ code: 'config_invalid' }))
})
