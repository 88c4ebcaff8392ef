import { expect, test } from 'vitest'
import { createHubClient, type HubClientOptions } from '../src/index.ts'

/** Where a request went and for which audience, without a network. */
async function placeOf(options: Partial<HubClientOptions>): Promise<{ url: string; audience: string | undefined }> {
  let audience: string | undefined
  let url = ''
  const hub = createHubClient({
    auth: {
      headers: async (wanted) => {
        audience = wanted
        return {}
      },
    },
    fetch: async (input) => {
      url = input
      return Response.json({ version: 'v2', authorizedOrganization: 'o1' })
    },
    ...options,
  })
  await hub.info.get()
  return { url, audience }
}

const saas = 'https://hub.cloud.camunda.io/api/v2/info'

test('without an address it is that of SaaS', async () => {
  expect(await placeOf({})).toEqual({ url: saas, audience: 'api.cloud.camunda.io' })
})

test.each<[string | URL, string, string | undefined]>([
  ['https://hub.cloud.camunda.io', saas, 'api.cloud.camunda.io'],
  ['https://hub.cloud.camunda.io/api', saas, 'api.cloud.camunda.io'],
  ['https://hub.cloud.camunda.io/api/v2/', saas, 'api.cloud.camunda.io'],
  [new URL('http://localhost:8088'), 'http://localhost:8088/api/v2/info', undefined],
  ['https://camunda.example.com/hub', 'https://camunda.example.com/hub/api/v2/info', undefined],
  ['https://notcamunda.io', 'https://notcamunda.io/api/v2/info', undefined],
])('base URL %s', async (baseUrl, url, audience) => {
  expect(await placeOf({ baseUrl })).toEqual({ url, audience })
})

test('an audience that is given counts everywhere', async () => {
  expect(await placeOf({ audience: 'mine', baseUrl: 'http://localhost:8088' })).toMatchObject({ audience: 'mine' })
})

test('an address that is not set is not that of SaaS', () => {
  const create = (): unknown => createHubClient({ auth: { headers: async () => ({}) }, baseUrl: undefined })
  expect(create).toThrow('`baseUrl` must be an address, or left out for SaaS')
})

test.each(['hub.cloud.camunda.io', '', 'https://modeler.cloud.camunda.io/api/v1'])('%j is rejected', (baseUrl) => {
  const create = (): unknown => createHubClient({ auth: { headers: async () => ({}) }, baseUrl })
  expect(create).toThrow(expect.objectContaining({ code: 'config_invalid' }))
  expect(create).toThrow('`baseUrl`')
})
