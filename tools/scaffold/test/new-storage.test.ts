import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
/**
 * A copy of the workspace to write into: `@x/auth`, the manifests of the other packages, and links to the installed
 * dependencies.
 */
let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'scaffold-'))
  const isNeeded = (path: string): boolean => {
    const [, , name, ...inside] = path.slice(root.length).split(sep)
    if (inside.some((part) => part === 'dist' || part.startsWith('.vite'))) return false
    return !inside[0] || name === 'auth' || /^(package|deno|jsr)\.json$/.test(inside[0])
  }
  const options = { recursive: true, verbatimSymlinks: true }
  cpSync(join(root, 'packages'), join(copy, 'packages'), { ...options, filter: isNeeded })
  for (const folder of ['tools/scaffold/src', 'tools/sync', 'tools/test-servers/src'])
    cpSync(join(root, folder), join(copy, folder), options)
  const files = [
    'package.json',
    'tools/test-servers/package.json',
    'pnpm-workspace.yaml',
    'deno.json',
    'biome.json',
    '.gitignore',
    'tsconfig.base.json',
  ]
  for (const file of [...files, 'tsup.base.ts', 'vitest.base.ts']) cpSync(join(root, file), join(copy, file))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Runs a program in the copy, and returns its output and exit code. */
async function run(program: string, args: readonly string[], cwd = '.'): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd: join(copy, cwd) })
    return { code: 0, output: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, output: stdout + stderr }
  }
}

const newStorage = (...names: string[]) => run(process.execPath, ['tools/scaffold/src/new-storage.ts', ...names])
const bin = (name: string): string => join(root, 'node_modules/.bin', name)

function snapshot(): Map<string, string> {
  const entries = readdirSync(join(copy, 'packages/auth'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
  return new Map(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  )
}

test.each([
  [[], 'pnpm new:storage NAME, with a name like mongo or azure-table.'],
  [['Mongo'], 'and not Mongo.'],
  [['../mongo'], 'and not ../mongo.'],
  [['a', 'b'], 'pnpm new:storage NAME'],
  [['file'], 'packages/auth/src/storage/file.ts already exists.'],
])('%j is rejected, and nothing is written', async (names, message) => {
  const before = snapshot()
  const { code, output } = await newStorage(...names)
  expect(code).toBe(1)
  expect(output).toContain(message)
  expect(snapshot()).toEqual(before)
})

test('A storage is formatted, listed everywhere, compiles and passes its tests', async () => {
  expect(await newStorage('--', 'azure-table')).toMatchObject({
    code: 0,
    output: expect.stringContaining('packages/auth/src/storage/azure-table.ts'),
  })
  const read = (path: string): string => readFileSync(join(copy, 'packages/auth', path), 'utf8')
  expect(JSON.parse(read('package.json')).exports).toMatchObject({
    './storage/azure-table': { default: './dist/storage/azure-table.js' },
  })
  expect(JSON.parse(read('deno.json')).exports).toMatchObject({
    './storage/azure-table': './src/storage/azure-table.ts',
  })
  expect(read('tsup.config.ts')).toContain("  'storage/azure-table': 'src/storage/azure-table.ts',\n})\n")
  expect(read('README.md')).toMatch(/^\| `\/azure-table` +\| `azureTableStorage\(client\)` +\|/m)

  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const checks = await Promise.all([
    run(bin('biome'), ['check', 'packages']),
    run(process.execPath, ['tools/sync/manifests.mjs', '--check']),
    run(bin('tsc'), ['-p', 'tsconfig.json'], 'packages/auth'),
    run(bin('tsc'), ['-p', 'tsconfig.build.json', '--noEmit', '--emitDeclarationOnly', 'false'], 'packages/auth'),
    run(process.execPath, [vitest, 'run', 'test/storage-azure-table.test.ts'], 'packages/auth'),
  ])
  for (const { code, output } of checks) expect([code, output]).toEqual([0, output])
  expect(checks.at(-1)?.output).toContain('1 passed')
})
