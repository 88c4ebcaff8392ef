import fc from 'fast-check'
import { expect, it } from 'vitest'
import { explainCredentials } from '../src/explain.ts'
import { parseCredentials } from '../src/index.ts'

const file = `
# made in Console
export ZEEBE_CLIENT_ID='an-id'
export ZEEBE_CLIENT_SECRET='MARKER-5ecret'
export CAMUNDA_CLUSTER_ID='3f9c2d1a'
export CAMUNDA_CLUSTER_REGION='bru 2'
DATABASE_PASSWORD='MARKER-0ther'
what is this
camunda.client.mode=saas
`

it('says line by line what each sets, and what is wrong', () => {
  const { lines, error, opens } = explainCredentials(file)
  const wrong = {
    variable: 'CAMUNDA_CLUSTER_REGION',
    problem: 'must be an ID such as bru-2 (line 6)',
    hint: 'Set the actual value.',
  }
  expect(lines).toMatchObject([
    { line: 3, variable: 'ZEEBE_CLIENT_ID', setting: 'clientId', belongsTo: 'cluster', value: 'an-id', remarks: [] },
    { line: 4, variable: 'ZEEBE_CLIENT_SECRET', setting: 'clientSecret', belongsTo: 'cluster', remarks: [] },
    { line: 5, setting: 'clusterId', value: '3f9c2d1a', remarks: [] },
    { line: 6, setting: 'region', value: 'bru 2', remarks: [wrong] },
    { line: 7, variable: 'DATABASE_PASSWORD', setting: undefined, value: undefined },
    { line: 8, remarks: [{ variable: 'text', problem: 'could not be read (line 8)' }] },
    { line: 9, variable: 'camunda.client.mode', setting: 'mode', belongsTo: undefined, value: 'saas' },
  ])
  expect(error?.issues[0]).toEqual(wrong)
  expect(opens).toEqual([])
})

it('lists what the credentials open, and what to get for the rest', () => {
  const { opens, missing, credentials } = explainCredentials(file.replace('bru 2', 'bru-2'))
  expect(opens.map(({ setting }) => setting)).toEqual([
    'restUrl',
    'operateUrl',
    'tasklistUrl',
    'optimizeUrl',
    'connectorsUrl',
  ])
  expect(opens[1]).toEqual({ ...opens[1], url: credentials?.cluster?.operateUrl, credentials: 'cluster' })
  expect(missing.cluster).toBeUndefined()
  expect(missing.organization?.map(({ variable }) => variable)).toEqual([
    'CAMUNDA_CONSOLE_CLIENT_ID',
    'CAMUNDA_CONSOLE_CLIENT_SECRET',
  ])
  expect(missing.organization?.[0]?.hint).toContain('API client of the organization')
})

it('tells two lines of one variable apart, and hides an address with a password', () => {
  const { lines } = explainCredentials(
    'CAMUNDA_CLIENT_ID=a\nCAMUNDA_CLIENT_ID=b\nCAMUNDA_OAUTH_URL=https://user:MARKER@id.example\nsetenv CAMUNDA_CLIENT_SECRET x',
  )
  expect(lines.map(({ value, remarks }) => [value, ...remarks.map(({ problem }) => problem)])).toEqual([
    ['a', 'disagrees with CAMUNDA_CLIENT_ID, which won (line 1)'],
    ['b'],
    [undefined, 'is not a plain URL (line 3)'],
    [undefined, 'is not set', 'could not be read (line 4)'],
  ])
})

it('repeats no remark for a variable that is very often on one line', () => {
  const { lines, credentials, error } = explainCredentials('CAMUNDA_CLUSTER_ID=a CAMUNDA_CLUSTER_ID=b '.repeat(6000))
  expect(lines).toHaveLength(12_000)
  const remarks = lines.flatMap((line) => line.remarks)
  expect(remarks).toHaveLength(6000)
  expect(credentials ?? error?.issues.filter(({ variable }) => variable === 'CAMUNDA_CLUSTER_ID')).toHaveLength(6000)
})

it('is bounded for a variable that is there very often', () => {
  const { lines } = explainCredentials('CAMUNDA_CLUSTER_ID=a\nCAMUNDA_CLUSTER_ID=b\n'.repeat(6000))
  expect(lines).toHaveLength(12_000)
})

it('says what a text is that is none of Camunda', () => {
  const { lines, error, missing } = explainCredentials('%PDF-1.7 DATABASE_PASSWORD=x')
  expect(lines).toEqual([])
  expect(error).toMatchObject({ code: 'not_credentials', issues: [{ problem: 'has no credentials' }] })
  expect(Object.keys(missing)).toEqual(['cluster', 'organization'])
})

it('shows no secret anywhere, and agrees with parseCredentials, whatever the text', () => {
  const line = fc.tuple(
    fc.constantFrom(
      'ZEEBE_CLIENT_ID',
      'CAMUNDA_CLIENT_SECRET',
      'CAMUNDA_CONSOLE_CLIENT_SECRET',
      'SOMETHING',
      'CAMUNDA_OAUTH_URL',
    ),
    fc.constantFrom('MARKER-secret', "'MARKER-secret'", '"MARKER', ''),
  )
  fc.assert(
    fc.property(fc.array(line), (parts) => {
      const text = parts.map(([name, value]) => `${name}=${value}`).join('\n')
      const explanation = explainCredentials(text)
      const shown = explanation.lines.filter(({ setting }) => setting === undefined || setting === 'clientSecret')
      expect(JSON.stringify(shown)).not.toContain('MARKER')
      expect(JSON.stringify([explanation.error, explanation.missing])).not.toContain('MARKER')
      let parsed: unknown
      try {
        parsed = parseCredentials(text)
      } catch (error) {
        expect(explanation.error).toEqual(error)
      }
      expect(JSON.stringify(explanation.credentials)).toBe(JSON.stringify(parsed))
    }),
  )
})
