import { describe, expect, it } from 'vitest'
import { parseCredentials, readClusterCredentials, readCredentials, readOrganizationCredentials } from '../src/index.ts'
import { failure, problems } from './support.ts'

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
    expect(message).toContain('others can read the secret')
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

  it('is refused without telling to copy it again, which would not help', () => {
    const { issues } = failure(() => readClusterCredentials(RECORD))
    expect(issues).toEqual([
      {
        variable: 'CAMUNDA_OAUTH_URL',
        problem: 'must be https or on localhost: others can read the secret',
        hint: 'Or set CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL=true or dangerouslyAllowInsecureTokenUrl.',
      },
    ])
  })

  it.each(['true', 'TRUE', 'True', '1', 'yes', ' "true"\n'])(
    'is accepted by %j as the variable',
    (CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL) => {
      const record = { ...RECORD, CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL }
      expect(readClusterCredentials(record)).toMatchObject(ALLOWED)
    },
  )

  it.each(['false', 'FALSE', '0', 'no', ''])(
    'is not accepted by %j',
    (CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL) => {
      const record = { ...RECORD, CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL }
      expect(problems(() => readClusterCredentials(record))).toEqual([
        'CAMUNDA_OAUTH_URL must be https or on localhost: others can read the secret',
      ])
      const encrypted = { ...record, CAMUNDA_OAUTH_URL: 'https://id.example/token' }
      expect(readClusterCredentials(encrypted).dangerouslyAllowInsecureTokenUrl).toBeUndefined()
    },
  )

  it.each(['ture', '2', 'enabled'])('says that %j is neither', (CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL) => {
    expect(problems(() => readClusterCredentials({ ...RECORD, CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL }))[0]).toBe(
      'CAMUNDA_DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL must be true or false',
    )
  })

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
