import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { parseJson } from '@x/rest/json'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { beforeAll, expect, type TestContext, test } from 'vitest'
import { engineCommand, installEngines } from '../../../../../tools/engines/engines.ts'
import { loadOperations } from '../../../src/apis.ts'
import { curlSnippet } from '../../../src/take-home/curl.ts'
import { createSnippet } from '../../../src/take-home/snippets.ts'
import { wireRequest } from '../../../src/take-home/wire-request.ts'
import { makeFolder } from './support/folder.ts'
import { runAlone, runTogether, type Start } from './support/programs.ts'
import { run } from './support/run.ts'
import { checkSample, makeSample, type RunSample, type SampleCode } from './support/sample.ts'
import { startCamunda } from './support/start-camunda.ts'

beforeAll(installEngines)

const files = (sample: readonly SampleCode[]): Record<string, string> =>
  Object.fromEntries(sample.map(({ file, code }) => [file, code]))

function missing(what: string, skip: () => never): never {
  console.warn(`skipped: there is no ${what} on this machine`)
  return skip()
}

/** In CI it has to be there: a test without it fails. */
function hasCurl(): boolean {
  const has = process.env.CI !== undefined || spawnSync('curl', ['--version']).error === undefined
  if (!has) console.warn('skipped: there is no curl on this machine')
  return has
}

const eachOf =
  (runOne: (file: string) => Promise<string>): RunSample =>
  (all) =>
    Promise.all(all.map(runOne))

interface Script {
  readonly runtime: 'node' | 'deno' | 'bun'
  readonly ending: string
  readonly command: string
  readonly args: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
}

/** Runs the sample, and one piece of it as people do: alone. */
async function checkScripts(
  context: TestContext,
  { runtime, ending, command, args, variables }: Script,
): Promise<void> {
  const camunda = await startCamunda(context)
  const sample = await makeSample(camunda, ending, (request) => createSnippet(runtime, request))
  const folder = await makeFolder(files(sample), context)
  const environment = { ...camunda.variables, PATH: process.env.PATH ?? '', HOME: folder, ...variables }
  const start: Start = (file) => run(command, [...args, file], folder, environment)
  const together = runTogether(folder, start)
  await checkSample(camunda, sample, together)
  const [first] = sample.map(({ file }) => file) as [string]
  expect([await runAlone(start, first)]).toEqual(await together([first]))
}

// Concurrently, because most of the time is spent waiting: a process asks for at most one token per second.
test.concurrent('Node', (context) =>
  checkScripts(context, { runtime: 'node', ending: 'mjs', command: process.execPath, args: [] }))

test.concurrent('Deno', async (context) => {
  const command = engineCommand('deno') ?? missing('Deno', context.skip)
  const args = ['run', '--no-config', '--node-modules-dir=manual', '--no-prompt', '--allow-env', '--allow-net']
  await checkScripts(context, {
    runtime: 'deno',
    ending: 'ts',
    command,
    args,
    variables: { DENO_NO_UPDATE_CHECK: '1' },
  })
})

test.concurrent('Bun', async (context) => {
  const command = engineCommand('bun') ?? missing('Bun', context.skip)
  await checkScripts(context, { runtime: 'bun', ending: 'ts', command, args: ['--no-install'] })
})

test.concurrent('workerd', async (context) => {
  const camunda = await startCamunda(context)
  const sample = await makeSample(camunda, 'ts', (request) => createSnippet('worker', request))
  const router = [
    ...sample.map(({ file }, index) => `import worker${index} from './${file}'`),
    `const workers = { ${sample.map(({ file }, index) => `'${file}': worker${index}`).join(', ')} }`,
    'export default { fetch: (request, env) => workers[new URL(request.url).pathname.slice(1)].fetch(request, env) }',
  ]
  const folder = await makeFolder({ ...files(sample), 'router.mjs': router.join('\n') }, context)
  const bundling = { bundle: true, format: 'esm', write: false, logLevel: 'error' } as const
  const { outputFiles } = await build({ entryPoints: [join(folder, 'router.mjs')], ...bundling })
  const workerd = new Miniflare({
    modules: true,
    script: outputFiles[0]?.text ?? '',
    compatibilityDate: '2026-07-01',
    bindings: camunda.variables,
  })
  try {
    await checkSample(
      camunda,
      sample,
      eachOf(async (file) => {
        const response = await workerd.dispatchFetch(`http://worker.example/${file}`)
        const text = await response.text()
        expect(response.ok, `${file}: ${text}`).toBe(true)
        return text
      }),
    )
  } finally {
    await workerd.dispose()
  }
})

test.concurrent('curl', async (context) => {
  if (!hasCurl()) return context.skip()
  const camunda = await startCamunda(context)
  const toCode = async ({ api, operation, input }: SampleCode['request']): Promise<string> =>
    curlSnippet(api, await wireRequest(api, operation, input))
  const sample = await makeSample(camunda, 'sh', toCode, { allPages: false })
  const folder = await makeFolder(files(sample), context)
  const variables = { ...camunda.variables, PATH: process.env.PATH ?? '' }
  const runOne = async (file: string): Promise<string> => {
    const stdout = await runAlone((script) => run('/bin/sh', [script], folder, variables), file)
    // On the wire, keys are numbers with all their digits.
    return stdout.startsWith('{') || stdout.startsWith('[') ? JSON.stringify(parseJson(stdout)) : stdout
  }
  await checkSample(camunda, sample, eachOf(runOne))
})

test.concurrent('curl ends with an error where the credentials are refused, and does not tell the secret', async (context) => {
  if (!hasCurl()) return context.skip()
  const camunda = await startCamunda(context)
  const access = camunda.accesses.find(({ api }) => api.name === 'operate')
  const operation = access && (await loadOperations(access.api))[0]
  if (!operation) throw new Error('There is no operation.')
  const code = curlSnippet(access.api, await wireRequest(access.api, operation, { params: {}, input: {} }))
  const folder = await makeFolder({ 'call.sh': code }, context)
  const secret = 'not-the-secret'
  const env = { ...camunda.variables, CAMUNDA_CLIENT_SECRET: secret, PATH: process.env.PATH ?? '' }
  const { code: exitCode, stdout, stderr } = await run('/bin/sh', ['call.sh'], folder, env)
  expect(exitCode).toBeGreaterThan(0)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/401[\s\S]*There is no token/)
  expect(stderr).not.toContain(secret)
  expect(camunda.journal.entries.map(({ kind, status }) => [kind, status])).toEqual([['token', 401]])
})
