import { execFile } from 'node:child_process'
import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engineCommand, enginesFolder, engineVersion } from '../../../../tools/engines/engines.ts'
import { createProject, type Project } from '../src/host/project.ts'

const run = promisify(execFile)
/** The oldest supported version, and the latest of each major version. */
const compilers = ['5.6', '5.9', '6.0', '7.0']
const resolutions = ['bundler', 'node16', 'nodenext', 'node10']

/** Each compiler with each of its module resolutions, and with each of these options on and off. */
const configurations = compilers
  .flatMap((compiler, row) =>
    resolutions.map((resolution, column) => ({
      compiler,
      resolution,
      dom: (row + column) % 2 === 0,
      exact: (row + column) % 3 !== 0,
    })),
  )
  .filter(({ compiler, resolution }) => !(compiler === '7.0' && resolution === 'node10'))

/** Sub-paths for Node refer to Node's types. */
const forNode = /\/(node|undici)$/

const usage = `
import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createOperateClient, type Incident } from '@x/operate'
import { createOrchestrationClient } from '@x/orchestration'

const cluster = readClusterCredentials({})
const operate = createOperateClient({ auth: createOAuth(cluster), baseUrl: cluster.operateUrl })
export async function find(signal: AbortSignal): Promise<readonly Incident[]> {
  const { items } = await operate.incidents.search({ filter: { state: 'ACTIVE' }, size: 50 }, { signal })
  return items
}
// @ts-expect-error A number may have lost digits.
export const wrong = operate.processInstances.get(1)
const orchestration = createOrchestrationClient({ auth: createOAuth(cluster), baseUrl: cluster.restUrl })
export async function wait(key: string): Promise<boolean> {
  const { state } = await orchestration.processInstances.get(key, { waitFor: ({ state }) => state !== 'ACTIVE' })
  return state === 'COMPLETED'
}
`

let project: Project
beforeAll(async () => {
  project = await createProject()
  const entries: string[] = []
  for (const name of project.packages) {
    const { exports } = JSON.parse(await readFile(project.file(`node_modules/${name}/package.json`), 'utf8'))
    entries.push(...Object.keys(exports).map((path) => name + path.slice(1)))
  }
  const importing = (wanted: readonly string[]): string =>
    `${wanted.map((entry, index) => `export * as m${index} from '${entry}'\n`).join('')}${usage}`
  const checked = entries.filter((entry) => !entry.endsWith('.json'))
  await writeFile(project.file('dom.ts'), importing(checked.filter((entry) => !forNode.test(entry))))
  await writeFile(project.file('node.ts'), importing(checked))
  // Without the DOM library, another library must declare Request.
  const nodeTypes = dirname(createRequire(import.meta.url).resolve('@types/node/package.json'))
  await mkdir(project.file('node_modules/@types'), { recursive: true })
  await symlink(nodeTypes, project.file('node_modules/@types/node'))
})
afterAll(() => project?.remove())

describe.concurrent('declarations', () => {
  for (const { compiler, resolution, dom, exact } of configurations) {
    const title = `TypeScript ${compiler}, ${resolution}, ${dom ? 'DOM' : 'no DOM'}, exactOptionalPropertyTypes ${exact}`
    test(title, async (context) => {
      const installed = `typescript-${compiler}`
      context.skip(!engineVersion(installed) && !process.env.CI, `TypeScript ${compiler} is not on this machine`)
      const compilerOptions = {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        exactOptionalPropertyTypes: exact,
        target: 'es2022',
        lib: dom ? ['es2022', 'dom', 'dom.iterable'] : ['es2022'],
        types: dom ? [] : ['node'],
        module: /^node(16|next)$/.test(resolution) ? resolution : 'esnext',
        moduleResolution: resolution,
        ...(compiler === '6.0' && resolution === 'node10' && { ignoreDeprecations: '6.0' }),
      }
      const file = project.file(`tsconfig-${compiler}-${resolution}.json`)
      await writeFile(file, JSON.stringify({ compilerOptions, files: [dom ? 'dom.ts' : 'node.ts'] }))
      const tsc = join(enginesFolder, 'node_modules', installed, 'bin/tsc')
      const failure = await run(process.execPath, [tsc, '-p', file]).then(
        () => '',
        ({ stdout, stderr }) => `${stdout}${stderr}`,
      )
      expect(failure).toBe('')
    })
  }
  test('the whole client of the Orchestration Cluster API adds at most 5,000 types to an empty file', async (context) => {
    context.skip(!engineVersion('typescript-7.0') && !process.env.CI, 'TypeScript 7.0 is not on this machine')
    const typesOf = async (name: string, code: string): Promise<number> => {
      await writeFile(project.file(`${name}.ts`), code)
      const tsc = join(enginesFolder, 'node_modules/typescript-7.0/bin/tsc')
      const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--extendedDiagnostics', '--ignoreConfig']
      const place = ['--module', 'nodenext', '--target', 'es2022', `${name}.ts`]
      const { stdout } = await run(process.execPath, [tsc, ...options, ...place], { cwd: project.folder })
      return Number(/^Types:\s+(\d+)/m.exec(stdout)?.[1])
    }
    const empty = await typesOf('empty', 'export {}')
    const whole = await typesOf('whole', "export { createOrchestrationClient } from '@x/orchestration'")
    expect(whole - empty).toBeGreaterThan(0)
    expect(whole - empty).toBeLessThanOrEqual(5000)
  })
  test('Deno, and its examples', async (context) => {
    const deno = engineCommand('deno')
    context.skip(!deno, 'Deno is not on this machine')
    const examples = [
      'deno-script.ts',
      'summarize-incidents.ts',
      'jobs/deno-cron.ts',
      'jobs/create-mail-worker.ts',
      'testing/deno-test.ts',
      'testing/start-camunda.ts',
      'testing/create-order-worker.ts',
    ]
    for (const folder of ['jobs', 'testing']) await mkdir(project.file(folder), { recursive: true })
    for (const file of examples) {
      await copyFile(new URL(`../../../examples/src/${file}`, import.meta.url), project.file(file))
    }
    const files = ['dom.ts', 'deno-script.ts', 'jobs/deno-cron.ts', 'testing/deno-test.ts']
    const args = ['check', '--no-remote', '--unstable-cron', ...files]
    const { stderr } = await run(deno ?? '', args, { cwd: project.folder, env: { ...process.env, NO_COLOR: '1' } })
    expect(stderr).toBe(files.map((file) => `Check ${file}\n`).join(''))
  })
})
