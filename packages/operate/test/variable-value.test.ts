import { expect, test } from 'vitest'
import { createOperateClient, parseVariable, stringifyVariable } from '../src/index.ts'
import { serve, testAuth } from './serve.ts'

const BEYOND = '9007199254740993' // JSON.parse makes 9007199254740992 of it

test.each<[text: string, value: unknown]>([
  [BEYOND, 9007199254740993n],
  [`-${BEYOND}`, -9007199254740993n],
  ['9007199254740991', 9007199254740991],
  ['9223372036854775807', 9223372036854775807n],
  [`"${BEYOND}"`, BEYOND],
  [
    `{"id":${BEYOND},"text":"${BEYOND}","list":[${BEYOND},1.5]}`,
    { id: BigInt(BEYOND), text: BEYOND, list: [BigInt(BEYOND), 1.5] },
  ],
  ['null', null],
])('the value %s comes and goes as it is', async (text, value) => {
  const variable = { key: '1', processInstanceKey: '1', scopeKey: '1', name: 'order', value: text, truncated: false }
  const { baseUrl, received } = await serve(({ method }) => ({
    body: JSON.stringify(method === 'GET' ? variable : { items: [variable], total: 1, sortValues: ['1'] }),
  }))
  const { variables } = createOperateClient({ auth: testAuth(), baseUrl })
  const parsed = parseVariable((await variables.get('1')).value)
  expect(parsed).toEqual(value)
  await variables.search({ filter: { value: stringifyVariable(parsed) } })
  expect(JSON.parse(received[1]?.body ?? '')).toEqual({ filter: { value: text } })
})

test('a value that a search has cut short is no JSON', () => {
  expect(() => parseVariable(`{"id":${BEYOND},"text":"and so`)).toThrow(SyntaxError)
})
