import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { build as rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProject, type Project } from '../src/host/project.ts'

let project: Project
const entries: string[] = []

beforeAll(async () => {
  project = await createProject()
  for (const name of project.packages) {
    const manifest = await readFile(join(project.folder, 'node_modules', name, 'package.json'), 'utf8')
    for (const path of Object.keys(JSON.parse(manifest).exports)) entries.push(name + path.slice(1))
  }
})
afterAll(() => project?.remove())

/** Sub-paths for platforms that have these modules. */
const forNode = /\/(node|storage\/file|undici|package\.json)$/
const forbidden = ['process', 'Buffer', 'window', 'document', 'require', 'global', '__dirname', '__filename']

test('only entries named for a platform need Node or a page', async () => {
  const checked = entries.filter((entry) => !forNode.test(entry))
  expect(checked.length).toBeGreaterThan(project.packages.length * 3)
  for (const entry of checked) {
    const { outputFiles } = await build({
      stdin: { contents: `export * from '${entry}'`, resolveDir: project.folder },
      bundle: true,
      write: false,
      format: 'esm',
      // Neither for Node nor for a browser, so a module of Node is an error.
      platform: 'neutral',
      // They check for a `process` before they use it. The runtimes' own tests run them everywhere.
      external: ['bpmn-moddle', 'dmn-moddle', 'feelin', 'zeebe-bpmn-moddle'],
      minifySyntax: true,
      logLevel: 'silent',
      // Replaces free names only: not members, not the project's own variables.
      define: Object.fromEntries(forbidden.map((name) => [name, `forbidden_${name}`])),
    })
    const found = outputFiles[0]?.text.match(/\bforbidden_\w+/g) ?? []
    expect(found.map((name) => `${entry}: ${name}`)).toEqual([])
  }
})

test('the scan finds forbidden names', async () => {
  const contents = 'const own = { process: 1 }.process; export default [own, typeof process, globalThis.process]'
  const define = Object.fromEntries(forbidden.map((name) => [name, `forbidden_${name}`]))
  const { outputFiles } = await build({ stdin: { contents }, write: false, bundle: true, format: 'esm', define })
  expect(outputFiles[0]?.text.match(/\bforbidden_\w+/g)).toEqual(['forbidden_process'])
})

/** The size limit of each bundle. 7 kB of it are the token cache with encrypted storages. */
const workers = [
  { imports: '@x/operate', factory: 'createOperateClient', search: 'incidents.search', limit: 25_500 },
  { imports: '@x/operate/incidents', factory: 'createIncidents', search: 'search', limit: 23_700 },
]
const bundlers: Record<string, (file: string) => Promise<string>> = {
  esbuild: async (file) => {
    const options = { bundle: true, write: false, minify: true, format: 'esm', platform: 'neutral' } as const
    return (await build({ ...options, entryPoints: [file] })).outputFiles.map(({ text }) => text).join('\n')
  },
  rolldown: async (file) => {
    const output = { format: 'esm', minify: true } as const
    const bundle = await rolldown({ input: file, write: false, platform: 'neutral', output })
    // Modules that are imported later are uploaded, too.
    return bundle.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n')
  },
}

describe.each(workers)('a Worker with @x/auth and $imports', ({ imports, factory, search, limit }) => {
  const worker = `
    import { createOAuth } from '@x/auth'
    import { ${factory} } from '${imports}'
    let client
    export default {
      async fetch(request, { OPERATE_URL: baseUrl, ...credentials }) {
        client ??= ${factory}({ auth: createOAuth(credentials), baseUrl })
        return Response.json(await client.${search}({ filter: { state: 'ACTIVE' } }))
      },
    }`
  test.each(Object.entries(bundlers))(`has less than ${limit} bytes, bundled with %s`, async (_name, bundle) => {
    const file = project.file('worker.js')
    await writeFile(file, worker)
    const code = await bundle(file)
    expect(code).toContain('token_rejected')
    expect(code).not.toContain('node:')
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(limit)
  })
})
