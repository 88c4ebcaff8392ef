import { expect, expectTypeOf, it } from 'vitest'
import {
  type ClusterCredentials,
  type Credentials,
  type CredentialsError,
  type CredentialsErrorCode,
  type CredentialsWarning,
  type OrganizationCredentials,
  parseCredentials,
  type ReadOptions,
  readClusterCredentials,
  readCredentials,
  readOrganizationCredentials,
  Secret,
} from '../src/index.ts'

it('has the types that are documented', () => {
  expectTypeOf(parseCredentials).toEqualTypeOf<(text: string, options?: ReadOptions) => Credentials>()
  expectTypeOf(readCredentials).returns.toEqualTypeOf<Credentials>()
  expectTypeOf(readClusterCredentials).returns.toEqualTypeOf<ClusterCredentials>()
  expectTypeOf(readOrganizationCredentials).returns.toEqualTypeOf<OrganizationCredentials>()
  expectTypeOf(readCredentials).toBeCallableWith()
  expectTypeOf(readCredentials).toBeCallableWith(process.env)
  expectTypeOf<Credentials['cluster']>().toEqualTypeOf<ClusterCredentials | undefined>()
  expectTypeOf<Credentials['warnings']>().toEqualTypeOf<readonly CredentialsWarning[]>()
  expectTypeOf<CredentialsErrorCode>().toEqualTypeOf<'missing' | 'invalid' | 'not_credentials'>()
  expectTypeOf<CredentialsError['isCredentialsError']>().toEqualTypeOf<true>()
  // What a token cache takes.
  expectTypeOf<ClusterCredentials>().toExtend<{
    tokenUrl: string
    clientId: string
    clientSecret: Secret
    scope?: string | undefined
  }>()
  // @ts-expect-error a secret is no text
  const text: string = new Secret('x')
  expect(text).toBeInstanceOf(Secret)
})

it('accepts whatever holds variables', () => {
  interface KeyValueStore {
    get(key: string): Promise<string | null>
  }
  interface Env {
    CAMUNDA_CLIENT_ID: string
    CAMUNDA_CLIENT_SECRET: string
    CAMUNDA_CLIENT_MODE?: string
    TOKENS: KeyValueStore
  }
  const TOKENS: KeyValueStore = { get: async () => null }
  const variables = { CAMUNDA_CLIENT_ID: 'id', CAMUNDA_CLIENT_SECRET: 'secret', CAMUNDA_CLIENT_MODE: 'saas' }
  const env: Env = { ...variables, TOKENS }
  const unknown: Record<string, unknown> = { ...env, COUNT: 7 }
  const partial: { readonly [name: string]: string | undefined } = variables
  class Bindings {
    readonly CAMUNDA_CLIENT_ID = 'id'
    readonly CAMUNDA_CLIENT_SECRET = 'secret'
    readonly CAMUNDA_CLIENT_MODE = 'saas'
  }
  for (const source of [env, unknown, partial, new Bindings(), Object.freeze(variables)]) {
    expect(readClusterCredentials(source)).toMatchObject({ clientId: 'id' })
  }
  expectTypeOf(readClusterCredentials).toBeCallableWith(env)
  expectTypeOf(readCredentials).toBeCallableWith(unknown, { dangerouslyAllowInsecureTokenUrl: undefined })
  expectTypeOf(readOrganizationCredentials).toBeCallableWith(process.env)
  // @ts-expect-error a text is for parseCredentials
  expect(() => readCredentials('CAMUNDA_CLIENT_ID=id')).toThrow()
})
