import { createOAuth } from '@x/auth'
import { createEmulator, type Emulator, type EmulatorOptions, type ModelerData } from '@x/emulator'
import type { Operation } from '@x/rest/shapes'
import { describe, expect, test } from 'vitest'
import { type Api, apis } from './apis.ts'
import { sampleOf } from './sample.ts'

/** Sends operations of one API to an emulator, with the audience and path of its description. */
function connect({ about }: Api, options: EmulatorOptions = {}) {
  // The newest version that has the API.
  const version = ['operate', 'tasklist'].includes(about.name) ? '8.9' : '8.10'
  const emulator = createEmulator({ rateLimit: false, version, ...options })
  const { fetch } = emulator
  const auth = createOAuth({ ...emulator.credentials(about.credentials), fetch })
  return async (method: string, path: string): Promise<{ status: number; text: string }> => {
    // The administration of a cluster has full paths.
    const version = path.startsWith('/cluster/v2/') ? '' : about.versionPath
    const url = addressOf(emulator, about.name) + version + path
    const headers = { 'content-type': 'application/json', ...(await auth.headers(about.audience)) }
    const response = await fetch(url, { method, headers, ...(method !== 'GET' && { body: '{}' }) })
    // Without the path, which some errors repeat.
    const text = (await response.text()).replaceAll(new URL(url).pathname, '').replaceAll(path.slice(1), '')
    return { status: response.status, text }
  }
}

const modelers = new Map<number, ReturnType<typeof connect>>()

/** The Web Modeler of Camunda 8.`minor`. Created once, because creating the key for its tokens takes a while. */
function modelerOf(api: Api, minor: number): ReturnType<typeof connect> {
  const call = modelers.get(minor) ?? connect(api, { modeler: { version: `8.${minor}` as ModelerData['version'] } })
  modelers.set(minor, call)
  return call
}

const addressOf = (emulator: Emulator, name: string): string => emulator.url(name as never)

function pathOf({ path, params = {} }: Operation): string {
  const values = Object.values(params).map(({ shape }) => encodeURIComponent(String(sampleOf(shape))))
  return path.replace(/\{[^}]+\}/g, () => values.shift() ?? '')
}

describe.each(apis.map((api) => [api.about.title, api] as const))('the emulated %s', (_title, api) => {
  const call = connect(api)
  test.each(api.operations.map((row) => [row.id, row] as const))('has %s as the table says', async (_id, row) => {
    const response = await call(row.method, pathOf(row))
    expect([401, 403, 405]).not.toContain(response.status)
    expect(response).not.toEqual(await call(row.method, '/nowhere'))
  })
})

const modeler = apis.filter(({ about }) => about.name === 'modeler')
describe.each(modeler.map((api) => [api.about.title, api] as const))(
  'the emulated %s of another version',
  (_title, api) => {
    const minorOf = (version: string) => Number(version.split('.')[1])
    const newer = api.operations.flatMap((row) => (row.since ? [[row.id, minorOf(row.since), row] as const] : []))
    test.each(newer)('has %s from 8.%i on', async (_id, since, row) => {
      for (const [minor, isServed] of [
        [since - 1, false],
        [since, true],
      ] as const) {
        const call = modelerOf(api, minor)
        const missing = await call(row.method, '/nowhere')
        const response = await call(row.method, pathOf(row))
        if (isServed) expect(response).not.toEqual(missing)
        else expect([missing.status, 405]).toContain(response.status)
      }
    })

    const last = api.operations.flatMap((row) => (row.until ? [[row.id, minorOf(row.until), row] as const] : []))
    test.each(last)('has %s up to 8.%i', async (_id, until, row) => {
      const call = modelerOf(api, until + 1)
      expect(await call(row.method, pathOf(row))).toEqual(await call(row.method, '/nowhere'))
    })
  },
)
