import { expect, test } from 'vitest'
import { createModelerClient, type ModelerClientOptions, RestError } from '../src/index.ts'

/** Where a request went and for which audience, without a network. */
async function placeOf(options: Partial<ModelerClientOptions>): Promise<{ url: string; audience: string | undefined }> {
  let audience: string | undefined
  let url = ''
  const modeler = createModelerClient({
    auth: {
      headers: async (wanted) => {
        audience = wanted
        return {}
      },
    },
    fetch: async (input) => {
      url = new Request(input).url
      return Response.json({}, { status: 200 })
    },
    validate: 'off',
    ...options,
  })
  await modeler.info.get()
  return { url, audience }
}

test('without an address it is that of SaaS', async () => {
  const url = 'https://modeler.cloud.camunda.io/api/v1/info'
  expect(await placeOf({})).toEqual({ url, audience: 'api.cloud.camunda.io' })
})

test.each<[string | URL, string, string | undefined]>([
  ['https://modeler.cloud.camunda.io', 'https://modeler.cloud.camunda.io/api/v1/info', 'api.cloud.camunda.io'],
  ['https://modeler.cloud.camunda.io/api', 'https://modeler.cloud.camunda.io/api/v1/info', 'api.cloud.camunda.io'],
  ['https://modeler.camunda.io/api/v1/', 'https://modeler.camunda.io/api/v1/info', 'api.cloud.camunda.io'],
  [new URL('http://localhost:8070'), 'http://localhost:8070/api/v1/info', undefined],
  ['http://localhost:8070/', 'http://localhost:8070/api/v1/info', undefined],
  ['http://localhost:8070/api', 'http://localhost:8070/api/v1/info', undefined],
  ['https://camunda.example.com/modeler', 'https://camunda.example.com/modeler/api/v1/info', undefined],
  ['https://camunda.example.com/modeler/api/v1', 'https://camunda.example.com/modeler/api/v1/info', undefined],
  ['https://notcamunda.io', 'https://notcamunda.io/api/v1/info', undefined],
])('base URL %s', async (baseUrl, url, audience) => {
  expect(await placeOf({ baseUrl })).toEqual({ url, audience })
})

test('an audience that is given counts everywhere', async () => {
  expect(await placeOf({ audience: 'mine' })).toMatchObject({ audience: 'mine' })
  expect(await placeOf({ audience: 'mine', baseUrl: 'http://localhost:8070' })).toMatchObject({ audience: 'mine' })
})

test.each([
  { baseUrl: 'modeler.cloud.camunda.io' },
  { baseUrl: '' },
  { baseUrl: undefined },
  { baseUrl: 'https://hub.cloud.camunda.io/api/v2' },
  { requestsPerMinute: 0 },
  { requestsPerMinute: 1.5 },
])('%j is refused by name', (options) => {
  const create = (): unknown => createModelerClient({ auth: { headers: async () => ({}) }, ...options })
  expect(create).toThrow(RestError)
  expect(create).toThrow(expect.objectContaining({ code: 'config_invalid' }))
  expect(create).toThrow(`\`${Object.keys(options)[0]}\``)
})
