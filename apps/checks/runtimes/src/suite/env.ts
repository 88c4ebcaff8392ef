import { parseCredentials, readClusterCredentials, readOrganizationCredentials, Secret } from '@x/env'
import { equal, ok, rejectsWith } from './expect.ts'
import { type Place, variablesOf } from './place.ts'
import type { Suite } from './suite.ts'

export function envSuite({ test }: Suite, { setup, variables, inspect }: Place): void {
  test('env', 'reads the credentials from the environment', async () => {
    const expected = { ...variablesOf(setup.clusterFile), ...variablesOf(setup.organizationFile) }
    const cluster = readClusterCredentials(variables)
    equal(cluster.clientId, expected.CAMUNDA_CLIENT_ID, 'client of the cluster')
    equal(cluster.clientSecret.reveal(), expected.CAMUNDA_CLIENT_SECRET, 'its secret')
    equal(cluster.operateUrl, expected.CAMUNDA_OPERATE_BASE_URL, 'address of Operate')
    const organization = readOrganizationCredentials(variables)
    equal(organization.clientId, expected.CAMUNDA_CONSOLE_CLIENT_ID, 'client of the organization')
  })

  test('env', 'reads a downloaded file, also with Windows line endings', async () => {
    const { cluster, warnings } = parseCredentials(`\uFEFF${setup.clusterFile.replaceAll('\n', '\r\n')}`)
    equal(cluster?.clientSecret.reveal(), variablesOf(setup.clusterFile).CAMUNDA_CLIENT_SECRET, 'secret')
    equal(warnings, [], 'warnings')
  })

  test('env', 'reports everything that is missing in one error', async () => {
    const read = async () => readClusterCredentials({ CAMUNDA_CLIENT_SECRET: 'marker-secret' })
    const error = await rejectsWith(read(), 'CredentialsError', { code: 'missing' })
    ok(error.message.includes('CAMUNDA_CLIENT_ID'), 'the missing variable to be named')
    ok(!error.message.includes('marker'), 'no value in the message')
  })

  test('env', 'reveals no secret', async () => {
    const secret = new Secret('marker-secret')
    const shown = [`${secret}`, JSON.stringify({ secret }), inspect?.({ secret }) ?? '', Object.values(secret).join()]
    ok(!shown.join().includes('marker'), 'nothing to show the secret')
    equal(secret.reveal(), 'marker-secret', 'the secret on request')
  })
}
