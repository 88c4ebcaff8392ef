import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlan } from '../src/operation/plan.ts'
import { ScaffoldError } from '../src/workspace.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
/** A copy of the workspace to write into: sources, what is built of `@x/rest`, and links to what is installed. */
let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'scaffold-'))
  const needed = ['auth', 'console', 'modeler', 'operate', 'rest'].map((name) => join(root, 'packages', name))
  const isNeeded = (path: string): boolean => {
    const [, , part, ...inside] = path.slice(root.length).split(sep)
    if (inside.some((name) => name.startsWith('.vite') || (name === 'dist' && !path.includes(`rest${sep}dist`))))
      return false
    if (!part || needed.some((folder) => path.startsWith(folder + sep))) return true
    return /^(package|deno|jsr)\.json$/.test(part)
  }
  cpSync(join(root, 'packages'), join(copy, 'packages'), { recursive: true, verbatimSymlinks: true, filter: isNeeded })
  mkdirSync(join(copy, 'tools/scaffold'), { recursive: true })
  cpSync(join(root, 'tools/scaffold/src'), join(copy, 'tools/scaffold/src'), { recursive: true })
  cpSync(join(root, 'tools/sync'), join(copy, 'tools/sync'), { recursive: true })
  const files = ['package.json', 'pnpm-workspace.yaml', 'deno.json', 'biome.json', '.gitignore', 'tsconfig.base.json']
  for (const file of [...files, 'tsup.base.ts']) cpSync(join(root, file), join(copy, file))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Runs a program in the copy; gives all that it says, and how it ended. */
async function run(program: string, args: readonly string[], cwd = '.'): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd: join(copy, cwd) })
    return { code: 0, output: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, output: stdout + stderr }
  }
}

/** `--id a.b --safe`, with quotes around what has spaces. */
const split = (flags: string): string[] =>
  [...flags.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
const newOperation = (flags: string) => run(process.execPath, ['tools/scaffold/src/new-operation.ts', ...split(flags)])
const newStorage = (...names: string[]) => run(process.execPath, ['tools/scaffold/src/new-storage.ts', ...names])
const bin = (name: string): string => join(root, 'node_modules/.bin', name)

function digest(): string {
  const hash = createHash('sha256')
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && !['node_modules', 'dist'].includes(entry.name)) walk(path)
      else if (entry.isFile()) hash.update(path).update(readFileSync(path))
    }
  }
  walk(join(copy, 'packages'))
  return hash.digest('hex')
}

const good = '--api operate --id incidents.retry --method POST --path /incidents/{key}/retry'

test.each<[flags: string, message: RegExp]>([
  ['', /--api has to be one of console, modeler, operate\./],
  [good.replace('operate', 'tasklist'), /--api .* and not tasklist/],
  [good.replace('incidents.retry', 'retry'), /--id .* and not retry/],
  [good.replace('POST', 'FETCH'), /--method .* and not FETCH/],
  ...['incidents', '/incidents/', '/incidents//a', '/a/../b', '/a?b=c', '/{key', '/a{key}', '/a b', '/{a}/{a}'].map(
    (path): [string, RegExp] => [good.replace('/incidents/{key}/retry', `'${path}'`), /--path/],
  ),
  [good.replace('{key}/retry', '{key}/{job}'), /only parameter/],
  [`${good} --body reason`, /--body has members like .* and not reason/],
  [`${good} --body a:string,a:number`, /--body has a twice/],
  [`${good} --body a:key`, /A key in a --body/],
  [`${good} --answer a:date`, /--answer has members like .* and not a:date/],
  [`${good.replace('POST', 'GET')} --body a:string`, /A GET has no --body/],
  [`${good.replace('POST', 'PUT')} --safe`, /--safe is for POST/],
  [`${good} --summary 'two\nlines'`, /--summary/],
  [`${good} --colour red`, /Unknown option '--colour'/],
])('%s is refused', (flags, message) => {
  expect(() => readPlan(split(flags))).toThrow(message)
  expect(() => readPlan(split(flags))).toThrow(ScaffoldError)
})

test('what is there already is refused by name, and nothing is written', async () => {
  const before = digest()
  const clashes: [flags: string, message: RegExp][] = [
    [good.replace('incidents.retry', 'incidents.get'), /^incidents\.get exists already/],
    [good.replace('incidents.retry', 'incidents.searchAll'), /^incidents\.searchAll exists already/],
    [good.replace('/incidents/{key}/retry', '/incidents/search'), /^POST \/incidents\/search exists already/],
    [good.replace('incidents.retry', 'jobs.retry').replace('/incidents', '/jobs'), /^jobs .*needs a --permission/],
    [good.replace('operate', 'tasklist'), /^--api/],
  ]
  for (const [flags, message] of clashes) {
    expect([flags, await newOperation(flags)]).toEqual([flags, { code: 1, output: expect.stringMatching(message) }])
  }
  for (const names of [[], ['Mongo'], ['../mongo'], ['a', 'b'], ['file']]) {
    expect(await newStorage(...names)).toMatchObject({ code: 1, output: expect.stringMatching(/NAME|exists already/) })
  }
  expect(digest()).toBe(before)
})

test('what is written is formatted, compiles, and passes its tests and those that hold the tables', async () => {
  const asked = [
    // Beside others, and as resources of their own; with body and answer, without either, as text.
    `--api operate --id processInstances.suspend --method POST --path '/process-instances/{key}/suspension'
      --body 'reason:string,limit?:number,tags:string[]' --answer 'key:key,state?:string,flags:boolean[]'`,
    `--api operate --id decisionInstances.getNote --method GET --path '/decision-instances/{id}/note' --answer text`,
    `--api operate --id audits.drop --method DELETE --path /audits --permission 'AUDIT DELETE'`,
    `--api operate --id audits.search --method POST --path /audits/search --safe --body 'size?:number'
      --answer 'keys:key[]' --permission 'AUDIT READ'`,
    `--api console --id members.get --method GET --path '/members/{email}' --answer 'name:string,age?:number'
      --permission 'Members: get' --summary "A_member"`,
    `--api console --id costCenters.create --method POST --path '/clusters/{clusterUuid}/cost-centers'
      --body 'name:string,tags?:string[]' --answer 'uuid:string,open:boolean'`,
    `--api console --id costCenters.delete --method DELETE --path '/clusters/{clusterUuid}/cost-centers'`,
    `--api console --id costCenters.getCsv --method GET --path '/cost-centers/csv' --answer text`,
    `--api modeler --id files.lock --method PUT --path '/files/{fileId}/lock'
      --body 'reason:string,minutes?:number' --answer 'lockedBy?:string,until:string'`,
    `--api modeler --id glossaries.getText --method GET --path '/glossaries/{glossaryId}/{entryId}' --answer text`,
    `--api modeler --id glossaries.clear --method POST --path /glossaries/clear`,
  ]
  for (const flags of asked) expect(await newOperation(flags)).toMatchObject({ code: 0 })
  expect(await newStorage('azure-table')).toMatchObject({ code: 0 })

  expect(await run(bin('biome'), ['check', '.'])).toMatchObject({ code: 0 })
  expect(await run(process.execPath, ['tools/sync/manifests.mjs', '--check'])).toMatchObject({ code: 0 })
  const tests = {
    operate: [
      'client',
      'readme',
      'suspend-process-instance',
      'get-note-decision-instance',
      'drop-audit',
      'search-audit',
    ],
    console: ['operations', 'readme', 'single-resource', 'get-member', 'create-cost-center', 'delete-cost-center'],
    modeler: ['requests', 'readme', 'selective-import', 'lock-file', 'get-text-glossary', 'clear-glossary'],
    auth: ['storage-azure-table'],
  }
  for (const [name, files] of Object.entries(tests)) {
    const folder = `packages/${name}`
    const paths = files.map((file) => `test/${file}.test.ts`)
    const checks = [
      run(bin('tsc'), ['-p', 'tsconfig.json'], folder),
      run(bin('tsc'), ['-p', 'tsconfig.build.json', '--noEmit', '--emitDeclarationOnly', 'false'], folder),
      run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...paths], folder),
    ]
    for (const { code, output } of await Promise.all(checks)) expect([code, output]).toEqual([0, output])
    expect((await checks[2])?.output).toContain(`${files.length} passed`)
  }
})
