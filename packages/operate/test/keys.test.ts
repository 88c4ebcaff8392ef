import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createProcessInstances } from '../src/entries/process-instances.ts'
import { createProcessInstances as createUncheckedProcessInstances } from '../src/entries/unchecked/process-instances.ts'
import { createOperateClient } from '../src/index.ts'
import { serve, testAuth } from './serve.ts'

// Each of these is changed by JSON.parse, or by Number().
const KEYS = ['9007199254740993', '36028797018963969', '9223372036854775807']

const auth = testAuth()

test('keys of filters go out as raw digits, from a string and from a bigint', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const operate = createOperateClient({ auth, baseUrl })
  for (const key of KEYS) {
    await operate.processInstances.search({ filter: { key, processDefinitionKey: BigInt(key) } })
  }
  expect(received.map((request) => request.body)).toEqual(
    KEYS.map((key) => `{"filter":{"key":${key},"processDefinitionKey":${key}}}`),
  )
})

test.each(['lenient', 'strict', 'off'] as const)(
  'keys of answers keep their digits (validate: %s)',
  async (validate) => {
    const [key, processDefinitionKey, parentKey] = KEYS
    const { baseUrl, received } = await serve(() => ({
      body: `{"key":${key},"processDefinitionKey":${processDefinitionKey},"parentKey":${parentKey},"processVersion":1,"bpmnProcessId":"with 9007199254740993 in it","startDate":"2026-11-20T08:15:00.000+0000","state":"ACTIVE"}`,
    }))
    const operate = createOperateClient({ auth, baseUrl, validate })
    expect(await operate.processInstances.get('9007199254740993')).toEqual({
      key,
      processDefinitionKey,
      parentKey,
      processVersion: 1,
      bpmnProcessId: 'with 9007199254740993 in it',
      startDate: '2026-11-20T08:15:00.000+0000',
      state: 'ACTIVE',
    })
    expect(received[0]?.path).toBe('/v1/process-instances/9007199254740993')
  },
)

test('sortValues passed back as searchAfter are the digits that the server wrote, and raw from 16 of them on', async () => {
  // Started at a millisecond, not ended (the server then sorts by its largest integer), of a process called "order-1".
  const sortValues = '["order-1",1647000000123,9223372036854775807,9007199254740993,0.5]'
  const { baseUrl, received } = await serve(() => ({ body: `{"items":[],"total":0,"sortValues":${sortValues}}` }))
  const { processInstances } = createOperateClient({ auth, baseUrl })
  const sort = [{ field: 'bpmnProcessId' }, { field: 'startDate' }, { field: 'endDate', order: 'DESC' }] as const
  const page = await processInstances.search({ sort })
  expect(page.sortValues).toEqual(['order-1', 1647000000123, '9223372036854775807', '9007199254740993', 0.5])
  await processInstances.search({ sort, searchAfter: page.sortValues })
  expect(received[1]?.body).toContain(`"searchAfter":${sortValues}`)
})

test('digits in a text field go back as a number, which the server reads as that text', async () => {
  const { baseUrl, received } = await serve(() => ({ body: '{"items":[],"total":0}' }))
  const { processInstances } = createOperateClient({ auth, baseUrl })
  const sort = [{ field: 'bpmnProcessId' }] as const
  await processInstances.search({ sort, searchAfter: ['1234567890123456789', '123456789012345', '01234567890123456'] })
  expect(received[0]?.body).toContain('"searchAfter":[1234567890123456789,"123456789012345","01234567890123456"]')
})

test('decision instances page by id, which is text', async () => {
  const sortValues = '[9007199254740993,"2251799813685249-1"]'
  const { baseUrl, received } = await serve(() => ({ body: `{"items":[],"total":0,"sortValues":${sortValues}}` }))
  const { decisionInstances } = createOperateClient({ auth, baseUrl })
  const sort = [{ field: 'processInstanceKey' }] as const
  const page = await decisionInstances.search({ sort })
  await decisionInstances.search({ sort, searchAfter: page.sortValues })
  expect(received[1]?.body).toContain(`"searchAfter":${sortValues}`)
})

test.each([
  ['with', createProcessInstances],
  ['without', createUncheckedProcessInstances],
])('any 64-bit key survives the way out and back, %s schemas', async (_, create) => {
  const { baseUrl, received } = await serve(({ body }) => {
    const key = /"key":(\d+)/.exec(body)?.[1]
    const item = `{"key":${key},"processVersion":1,"bpmnProcessId":"order","startDate":"","state":"ACTIVE","processDefinitionKey":${key}}`
    return { body: `{"items":[${item}],"total":1,"sortValues":[${key}]}` }
  })
  const instances = create({ auth, baseUrl })
  await fc.assert(
    fc.asyncProperty(fc.bigInt({ min: 2n ** 51n, max: 2n ** 63n - 1n }), fc.boolean(), async (key, asText) => {
      const page = await instances.search({ filter: { key: asText ? String(key) : key } })
      expect(page.items[0]?.key).toBe(String(key))
      expect(page.sortValues).toEqual([String(key)])
      expect(received.at(-1)?.body).toBe(`{"filter":{"key":${key}}}`)
    }),
    { numRuns: 40 },
  )
})

test.each([2 ** 53, 1.5, Number.NaN, '12a', ' 1', '', '9223372036854775808', 2n ** 63n, null, undefined, {}])(
  'what is no exact key is refused before it is sent: %s',
  async (wrong) => {
    const { baseUrl, received } = await serve(() => ({ body: '{}' }))
    const operate = createOperateClient({ auth, baseUrl })
    const key = wrong as string
    for (const call of [
      operate.processInstances.get(key),
      operate.processInstances.delete(key),
      operate.variables.search({ filter: { scopeKey: key } }),
    ]) {
      await expect(call).rejects.toMatchObject({ name: 'ValidationError', code: 'request_invalid' })
    }
    expect(received).toEqual([])
  },
)
