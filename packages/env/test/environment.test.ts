import { afterEach, describe, expect, it, vi } from 'vitest'
import { readCredentials } from '../src/index.ts'

const VARIABLES = {
  CAMUNDA_CLIENT_MODE: 'saas',
  CAMUNDA_CLIENT_ID: 'i',
  CAMUNDA_CLIENT_SECRET: 's',
  CAMUNDA_OTHER: 'o',
  PATH: '/bin',
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})

/** Deno's globals with permission for some names, or all (`*`); asking for another would prompt, so it fails. */
function stubDeno(allowed: readonly string[]): void {
  const granted = (variable = '*') => allowed.includes('*') || allowed.includes(variable)
  const refuse = () => {
    throw new Error('prompted')
  }
  vi.stubGlobal('Deno', {
    env: {
      get: (name: keyof typeof VARIABLES) => (granted(name) ? VARIABLES[name] : refuse()),
      toObject: () => (granted() ? { ...VARIABLES } : refuse()),
    },
    permissions: {
      querySync: ({ variable }: { variable?: string }) => ({ state: granted(variable) ? 'granted' : 'prompt' }),
    },
  })
}

describe('without a source', () => {
  it('reads process.env, and keeps only what is Camunda’s', () => {
    for (const [name, value] of Object.entries(VARIABLES)) vi.stubEnv(name, value)
    const before = { ...process.env }
    const { cluster, other } = readCredentials()
    expect([cluster?.clientId, other.CAMUNDA_OTHER?.reveal(), 'PATH' in other]).toEqual(['i', 'o', false])
    expect({ ...process.env }).toEqual(before)
  })

  it('reads Bun.env where there is no process', () => {
    vi.stubGlobal('process', undefined)
    vi.stubGlobal('Bun', { env: VARIABLES })
    expect(readCredentials().cluster?.clientId).toBe('i')
  })

  it('says what is missing where there is no environment, as in a browser', () => {
    vi.stubGlobal('process', undefined)
    expect(() => readCredentials()).toThrow(/CAMUNDA_CLIENT_ID is not set/)
  })

  it('reads all of Deno.env when it may', () => {
    stubDeno(['*'])
    expect(readCredentials()).toMatchObject({ cluster: { clientId: 'i' } })
    expect(Object.keys(readCredentials().other)).toEqual(['CAMUNDA_OTHER'])
  })

  it('reads only the names it may read in Deno, and asks for nothing', () => {
    stubDeno(['CAMUNDA_CLIENT_MODE', 'CAMUNDA_CLIENT_ID', 'CAMUNDA_CLIENT_SECRET'])
    expect(readCredentials()).toMatchObject({ cluster: { clientId: 'i' }, other: {} })
  })

  it('says which permission Deno wants when something is missing', () => {
    stubDeno(['CAMUNDA_CLIENT_MODE', 'CAMUNDA_CLIENT_ID'])
    expect(() => readCredentials()).toThrow(
      /CAMUNDA_CLIENT_SECRET is not set.*\nenvironment may not be read. Use --allow-env=CAMUNDA_\*,ZEEBE_\*/,
    )
  })
})
