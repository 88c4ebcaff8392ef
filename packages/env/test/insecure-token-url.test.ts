import { describe, expect, it } from 'vitest'
import { parseCredentials, readClusterCredentials, readCredentials, readOrganizationCredentials } from '../src/index.ts'
import { failure } from './support.ts'

const CAMUNDA_OAUTH_URL = 'http://keycloak.camunda.svc.cluster.local/auth/realms/camunda-platform/token'
const RECORD = {
  CAMUNDA_CLIENT_ID: 'id',
  CAMUNDA_CLIENT_SECRET: 'secret',
  CAMUNDA_CONSOLE_CLIENT_ID: 'id',
  CAMUNDA_CONSOLE_CLIENT_SECRET: 'secret',
  CAMUNDA_MODELER_BASE_URL: 'http://modeler:8070',
  CAMUNDA_OAUTH_URL,
}
const ALLOWED = { tokenUrl: CAMUNDA_OAUTH_URL, dangerouslyAllowInsecureTokenUrl: true }
const options = { dangerouslyAllowInsecureTokenUrl: true }

describe('a token URL over http in a private network', () => {
  it('is refused, with the danger and both ways to accept it', () => {
    const { code, message } = failure(() => readCredentials(RECORD))
    expect(code).toBe('invalid')
    expect(message).toContain('anyone on the network could read the secret')
    expect(message).toContain('CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL=true')
    expect(message).toMatch(/\bdangerouslyAllowInsecureTokenUrl\b/)
  })

  it('is accepted by an option of every reader, which the result carries on to createOAuth', () => {
    expect(readCredentials(RECORD, options)).toMatchObject({ cluster: ALLOWED, organization: ALLOWED })
    expect(readClusterCredentials(RECORD, options)).toMatchObject(ALLOWED)
    expect(readOrganizationCredentials(RECORD, options)).toMatchObject(ALLOWED)
    const text = Object.entries(RECORD).map((entry) => entry.join('='))
    expect(parseCredentials(text.join('\n'), options)).toMatchObject({ cluster: ALLOWED, organization: ALLOWED })
  })

  it('is accepted by the variable', () => {
    const record = { ...RECORD, CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL: 'true' }
    expect(readClusterCredentials(record)).toMatchObject(ALLOWED)
  })

  it.each(['false', '1', 'yes', '', 'TRUE'])(
    'is not accepted by %j',
    (CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL) => {
      expect(() => readClusterCredentials({ ...RECORD, CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL })).toThrow()
    },
  )

  it('is nothing that other credentials carry', () => {
    const record = { ...RECORD, CAMUNDA_OAUTH_URL: 'https://id.example/token' }
    expect(readClusterCredentials(record)).not.toHaveProperty('dangerouslyAllowInsecureTokenUrl')
  })

  it('concerns no other address: those were accepted over http, and are', () => {
    const record = {
      ...RECORD,
      CAMUNDA_OAUTH_URL: 'https://id.example',
      CAMUNDA_OPERATE_BASE_URL: 'http://operate:8081',
    }
    expect(readClusterCredentials(record).operateUrl).toBe('http://operate:8081')
  })
})
