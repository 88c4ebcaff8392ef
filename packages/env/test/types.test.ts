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
