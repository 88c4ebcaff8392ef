import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { parseJson } from '@x/rest/json'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { beforeAll, expect, test } from 'vitest'
import { engineCommand, installEngines } from '../../../../../tools/engines/engines.ts'
import { loadOperations } from '../../../src/apis.ts'
import { curlSnippet } from '../../../src/take-home/curl.ts'
import { createSnippet } from '../../../src/take-home/snippets.ts'
import { wireRequest } from '../../../src/take-home/wire-request.ts'
import { makeFolder } from './support/folder.ts'
import { run } from './support/run.ts'
import { checkSample, makeSample, type SampleCode } from './support/sample.ts'
import { startCamunda } from './support/start-camunda.ts'

beforeAll(installEngines)

const files = (sample: readonly SampleCode[]): Record<string, string> =>
  Object.fromEntries(sample.map(({ file, code }) => [file, code]))

/** In CI it has to be there: a test without it fails. */
function hasCurl(): boolean {
  const has = process.env.CI !== undefined || spawnSync('curl', ['--version']).error === undefined
  if (!has) console.warn('skipped: there is no curl on this machine')
  return has
}

test('Node', async () => {
  const camunda = await startCamunda()
  const sample = await makeSample(camunda, 'mjs', (request) => createSnippet('node', request))
  const folder = await makeFolder(files(sample))
  await checkSample(camunda, sample, async (file) => {
    const { code, stdout, stderr } = await run(process.execPath, [file], folder, camunda.variables)
    expect({ code, stderr }, file).toEqual({ code: 0, stderr: '' })
    return stdout
  })
})

test('Deno', async ({ skip }) => {
  const deno = engineCommand('deno')
  if (!deno) {
    console.warn('skipped: there is no Deno on this machine')
    return skip()
  }
  const camunda = await startCamunda()
  const sample = await makeSample(camunda, 'ts', (request) => createSnippet('deno', request))
  const folder = await makeFolder(files(sample))
  const variables = { ...camunda.variables, DENO_DIR: join(folder, '.deno'), PATH: process.env.PATH ?? '' }
  await checkSample(camunda, sample, async (file) => {
    const args = ['run', '--no-config', '--node-modules-dir=manual', '--no-prompt', '--allow-env', '--allow-net', file]
    const { code, stdout, stderr } = await run(deno, args, folder, variables)
    expect({ code, stderr }, file).toEqual({ code: 0, stderr: '' })
    return stdout
  })
})

test('workerd', async () => {
  const camunda = await startCamunda()
  const sample = await makeSample(camunda, 'ts', (request) => createSnippet('worker', request))
  const router = [
    ...sample.map(({ file }, index) => `import worker${index} from './${file}'`),
    `const workers = { ${sample.map(({ file }, index) => `'${file}': worker${index}`).join(', ')} }`,
    'export default { fetch: (request, env) => workers[new URL(request.url).pathname.slice(1)].fetch(request, env) }',
  ]
  const folder = await makeFolder({ ...files(sample), 'router.mjs': router.join('\n') })
  const bundling = { bundle: true, format: 'esm', write: false, logLevel: 'error' } as const
  const { outputFiles } = await build({ entryPoints: [join(folder, 'router.mjs')], ...bundling })
  const workerd = new Miniflare({
    modules: true,
    script: outputFiles[0]?.text ?? '',
    compatibilityDate: '2026-07-01',
    bindings: camunda.variables,
  })
  try {
    await checkSample(camunda, sample, async (file) => {
      const response = await workerd.dispatchFetch(`http://worker.example/${file}`)
      const text = await response.text()
      expect(response.ok, `${file}: ${text}`).toBe(true)
      return text
    })
  } finally {
    await workerd.dispose()
  }
})

test('curl', async ({ skip }) => {
  if (!hasCurl()) return skip()
  const camunda = await startCamunda()
  const toCode = async ({ api, operation, input }: SampleCode['request']): Promise<string> =>
    curlSnippet(api, await wireRequest(api, operation, input))
  const sample = await makeSample(camunda, 'sh', toCode, { allPages: false })
  const folder = await makeFolder(files(sample))
  const variables = { ...camunda.variables, PATH: process.env.PATH ?? '' }
  await checkSample(camunda, sample, async (file) => {
    const { code, stdout, stderr } = await run('/bin/sh', [file], folder, variables)
    expect({ code, stderr }, file).toEqual({ code: 0, stderr: '' })
    // On the wire, keys are numbers with all their digits.
    return stdout.startsWith('{') || stdout.startsWith('[') ? JSON.stringify(parseJson(stdout)) : stdout
  })
})

test('curl ends with an error where the credentials are refused, and does not tell the secret', async ({ skip }) => {
  if (!hasCurl()) return skip()
  const camunda = await startCamunda()
  const [access] = camunda.accesses
  const operation = access && (await loadOperations(access.api))[0]
  if (!operation) throw new Error('There is no operation.')
  const code = curlSnippet(access.api, await wireRequest(access.api, operation, { params: {}, input: {} }))
  const folder = await makeFolder({ 'call.sh': code })
  const secret = 'not-the-secret'
  const env = { ...camunda.variables, CAMUNDA_CLIENT_SECRET: secret, PATH: process.env.PATH ?? '' }
  const { code: exitCode, stdout, stderr } = await run('/bin/sh', ['call.sh'], folder, env)
  expect(exitCode).toBeGreaterThan(0)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/401[\s\S]*There is no token/)
  expect(stderr).not.toContain(secret)
  expect(camunda.journal.entries.map(({ kind, status }) => [kind, status])).toEqual([['token', 401]])
})
