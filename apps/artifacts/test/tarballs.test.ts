import { execFile, spawn } from 'node:child_process'
import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const packagesDir = new URL('../../../packages/', import.meta.url).pathname
const names = (await readdir(packagesDir)).sort()

interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports: Record<string, string | { readonly types: string; readonly default: string }>
  readonly dependencies?: Record<string, string>
}

/** A built file and all of its siblings that it imports, at once or later. */
async function reachable(file: string, seen: Set<string> = new Set()): Promise<Set<string>> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = await readFile(file, 'utf8')
  for (const [, path = ''] of text.matchAll(/\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)) {
    await reachable(join(dirname(file), path), seen)
  }
  return seen
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tarballs-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe.each(names)('%s, as packed', (name) => {
  const dir = join(packagesDir, name)
  let manifest: Manifest
  let tarball: string
  let files: string[]

  beforeAll(async () => {
    const out = join(folder, name)
    await run('pnpm', ['pack', '--pack-destination', out], { cwd: dir })
    tarball = join(out, (await readdir(out)).find((file) => file.endsWith('.tgz')) as string)
    files = (await run('tar', ['-tzf', tarball])).stdout.split('\n').map((line) => line.replace(/^package\//, ''))
    manifest = JSON.parse((await run('tar', ['-xzOf', tarball, 'package/package.json'])).stdout)
  })

  it('has a readme and a licence', () => {
    expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE']))
  })

  it('exports only files that are in it, and nothing but ES modules with types', () => {
    for (const [path, target] of Object.entries(manifest.exports)) {
      if (path === './package.json') continue
      expect(target, path).toBeTypeOf('object')
      for (const file of Object.values(target)) expect(files, path).toContain(file.slice(2))
    }
  })

  it('depends on nothing but ky, valibot and its siblings, by ranges', () => {
    for (const [dependency, range] of Object.entries(manifest.dependencies ?? {})) {
      expect(dependency).toMatch(/^(ky|valibot|@x\/\w+)$/)
      expect(range).toMatch(/^\^\d/)
    }
  })

  it('carries no path of the machine that built it', async () => {
    const { stdout } = await run('tar', ['-xzOf', tarball], { maxBuffer: 64 << 20 })
    expect(stdout.includes(packagesDir)).toBe(false)
  })

  it('imports node: modules only behind sub-paths named for the place', async () => {
    for (const [path, target] of Object.entries(manifest.exports)) {
      if (typeof target === 'string' || /^\.\/(node|storage\/file)$/.test(path)) continue
      for (const file of await reachable(join(dir, target.default))) {
        expect(await readFile(file, 'utf8'), `${path}: ${file}`).not.toMatch(/\b(from|import)\s*\(?\s*["']node:/)
      }
    }
  })

  it('pleases publint', async () => {
    const { messages } = await publint({
      pack: { tarball: new Uint8Array(await readFile(tarball)).buffer },
      strict: true,
    })
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([])
  })

  it('has types that are not wrong', async () => {
    // To a file: it ends before a pipe has taken all of it.
    const report = `${tarball}.json`
    const output = await open(report, 'w')
    await new Promise((resolve, reject) =>
      spawn('attw', [tarball, '--format', 'json'], { stdio: ['ignore', output.fd, 'inherit'] })
        .on('error', reject)
        .on('close', resolve),
    )
    await output.close()
    const { problems = {} } = JSON.parse(await readFile(report, 'utf8')) as {
      problems?: Record<string, { resolutionKind?: string }[]>
    }
    // ES modules only: what `require` and the resolution of Node 10 make of that is not ours to mend.
    const found = Object.values(problems)
      .flat()
      .filter(({ resolutionKind = '' }) => !['node10', 'node16-cjs'].includes(resolutionKind))
    expect(found).toEqual([])
  })
})
