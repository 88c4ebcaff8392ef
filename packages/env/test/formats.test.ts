import { describe, expect, it } from 'vitest'
import { parseCredentials } from '../src/index.ts'
import { failure } from './support.ts'

const ID = 'CAMUNDA_CLIENT_ID'
const SECRET = 'CAMUNDA_CLIENT_SECRET'
const parse = (text: string) => parseCredentials(`CAMUNDA_CLIENT_MODE=saas\n${text}`)

describe('reads what people keep variables in', () => {
  it.each([
    ['cmd with quotes', `set "${ID}=a"\r\nset "${SECRET}=b"`],
    ['bash', `declare -x ${ID}="a"\ndeclare -x ${SECRET}="b"`],
    ['bash, on one line', `export ${ID}=a ${SECRET}='b'`],
    ['bash, two statements on a line', `${ID}=a; ${SECRET}=b`],
    ['PowerShell with braces', `\${env:${ID}} = "a"\n$env:${SECRET} = 'b'`],
    ['a Dockerfile', `FROM node\nENV ${ID}=a\nENV ${SECRET}="b"`],
    ['a Dockerfile, on one line', `ENV ${ID}=a ${SECRET}=b`],
    ['a Dockerfile, continued', `ENV ${ID}=a \\\n    ${SECRET}=b`],
    ['Compose, a list', `services:\n  app:\n    environment:\n      - ${ID}=a\n      - "${SECRET}=b"`],
    ['Compose, a map', `services:\n  zeebe:\n    environment:\n      ${ID}: a\n      ${SECRET}: "b"\n    ports: []`],
    ['YAML, a map on one line', `environment: {${ID}: a, ${SECRET}: "b"}`],
    ['a Makefile', `${ID} := a\nexport ${SECRET} ?= b`],
    ['systemd', `[Service]\nEnvironment=${ID}=a\nEnvironment="${SECRET}=b"`],
    ['systemd, on one line', `Environment="${ID}=a" "${SECRET}=b"`],
    ['TOML', `[vars]\n${ID} = "a"\n${SECRET} = "b"`],
    ['JSON on one line', `{"${ID}":"a","${SECRET}":"b"}`],
    ['JSON, nested', `{ "env": { "${ID}": "a", "${SECRET}": "b" } }`],
    ['YAML of Spring', 'camunda:\n  client:\n    auth:\n      client-id: a\n      client-secret: b'],
    [
      'YAML of Spring within other YAML',
      'data:\n  application.yaml: |\n    camunda:\n      client:\n        auth:\n          client-id: a\n          client-secret: b\n    server:\n      port: 1',
    ],
  ])('%s', (_, text) => {
    const { cluster, warnings } = parse(text)
    expect([cluster?.clientId, cluster?.clientSecret.reveal()]).toEqual(['a', 'b'])
    expect(warnings.filter(({ problem }) => problem.includes('line'))).toEqual(
      text.startsWith('FROM') ? [expect.objectContaining({ problem: 'could not be read (line 2)' })] : [],
    )
  })
})

describe('names what it does not read, with the line', () => {
  it.each([
    ['csh', `setenv ${ID} mark`],
    ['fish', `set -gx ${ID} mark`],
    ['setx', `setx ${ID} "mark"`],
    ['an old Dockerfile', `ENV ${ID} mark`],
    ['.NET', `[Environment]::SetEnvironmentVariable("${ID}", "mark")`],
    ['Kubernetes', `- name: ${ID}\n  value: mark`],
    ['JavaScript', `process.env.${ID} = 'mark'`],
  ])('%s', (_, text) => {
    const { issues, message } = failure(() => parse(text))
    expect(issues).toContainEqual(
      expect.objectContaining({
        variable: ID,
        problem: 'could not be read (line 2)',
        hint: expect.stringContaining('NAME='),
      }),
    )
    expect(message).not.toContain('mark')
  })

  it.each([['{"camunda":{"client":{"auth":{"clientId":"mark"}}}}'], ['camunda: {client: {auth: {client-id: mark}}}']])(
    '%s',
    (text) => {
      const { issues } = failure(() => parse(text))
      expect(issues).toContainEqual(
        expect.objectContaining({ variable: 'text', problem: 'could not be read (line 2)' }),
      )
    },
  )

  it('up to nine lines', () => {
    expect(
      failure(() => parse('what is this\n'.repeat(99))).issues.filter(({ variable }) => variable === 'text'),
    ).toHaveLength(9)
  })
})
