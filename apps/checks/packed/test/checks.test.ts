import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkTarball } from '../../../../tools/release/check.ts'
import {
  checkDependencies,
  checkExports,
  checkFiles,
  checkJsr,
  type JsrManifest,
} from '../../../../tools/release/check-manifests.ts'
import { checkNodeImports, checkPaths, checkSecrets, checkSourceMaps } from '../../../../tools/release/check-text.ts'
import { differing } from '../../../../tools/release/pack.ts'
import { type Contents, unpack } from '../../../../tools/release/unpack.ts'
import { type Manifest, readJson, repository } from '../../../../tools/release/workspace.ts'

const run = promisify(execFile)
const source = join(repository, 'packages/rest')

/** The files of a packed package. Each test breaks one of them, as could happen by accident. */
let folder: string
let tarball: string
let good: Contents
let licence: string
let jsr: JsrManifest
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checks-'))
  const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', folder], { cwd: source })
  tarball = join(folder, basename((JSON.parse(stdout) as { filename: string }).filename))
  good = await unpack(tarball)
  licence = await readFile(join(repository, 'LICENSE'), 'utf8')
  jsr = await readJson(join(source, 'jsr.json'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const withManifest = (changes: Partial<Manifest>): Contents => ({ ...good, manifest: { ...good.manifest, ...changes } })
const withFile = (path: string, text: string): Contents => ({ ...good, files: new Map(good.files).set(path, text) })
function without(path: string): Contents {
  const files = new Map(good.files)
  files.delete(path)
  return { ...good, files }
}

describe('the check of packed packages', () => {
  it('finds nothing in an unchanged package', async () => {
    expect(await checkTarball(tarball, source)).toEqual([])
  })

  it('finds a missing readme, another license, and files that should not be published', () => {
    expect(checkFiles(without('README.md'), licence)).toEqual(['README.md is missing'])
    expect(checkFiles(withFile('LICENSE', 'MIT'), licence)).toHaveLength(1)
    expect(checkFiles(withManifest({ license: 'MIT' }), licence)).toHaveLength(1)
    for (const path of ['.env', '.npmrc', 'test/json.test.ts', 'tsup.config.ts']) {
      expect(checkFiles(withFile(path, ''), licence)).toEqual([`${path} must not be published`])
    }
  })

  it('finds exports without a file or types, and a command without a file', () => {
    expect(checkExports(without('dist/json.d.ts'))).toEqual(['./dist/json.d.ts is exported but not packed'])
    expect(checkExports(withManifest({ exports: { '.': './dist/index.js' } }))).toEqual(['export . has no types'])
    expect(checkExports(withManifest({ bin: { rest: './dist/cli.js' } }))).toHaveLength(1)
  })

  it('finds unknown dependencies, exact versions, and a link into the workspace', () => {
    for (const dependencies of [{ lodash: '^4.0.0' }, { ky: '2.1.0' }, { '@x/auth': 'workspace:^' }]) {
      expect(checkDependencies(withManifest({ dependencies }))).toHaveLength(1)
    }
  })

  it('finds a jsr.json with another version, other exports, or another dependency', () => {
    const finding = (changes: Partial<JsrManifest>) => checkJsr(good, 'jsr.json', { ...jsr, ...changes })
    expect(finding({})).toEqual([])
    expect(finding({ version: '9.9.9' })).toEqual([`jsr.json has version 9.9.9, not ${good.manifest.version}`])
    expect(finding({ exports: { '.': './src/index.ts' } })).toHaveLength(1)
    expect(finding({ exports: { ...jsr.exports, './json': './src/elsewhere.ts' } })).toHaveLength(1)
    expect(finding({ imports: { ...jsr.imports, ky: 'npm:ky@^1.0.0' } })).toHaveLength(1)
  })

  it('finds secrets', () => {
    // Concatenated here, so that scanners of this repository do not take them for real secrets.
    const planted = [
      `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA'.repeat(2)}`,
      `npm_${'a1B2'.repeat(9)}`,
      `ghp_${'a1B2'.repeat(9)}`,
      `AKIA${'A1B2'.repeat(4)}`,
      `xoxb-${'1234-'.repeat(5)}`,
      `eyJ${'hbGciOi'.repeat(3)}.eyJ${'zdWIiOi'.repeat(3)}.${'c2lnbmF0'.repeat(3)}`,
      '//registry.npmjs.org/:_authToken=abc',
    ]
    for (const secret of planted) {
      expect(checkSecrets(withFile('src/oops.ts', `const secret = '${secret}'`)), secret).toHaveLength(1)
    }
  })

  it('finds source maps that refer to other files, or have another text than the packed source', () => {
    const [path = ''] = [...good.files.keys()].filter((file) => file.endsWith('.js.map'))
    const map = JSON.parse(good.files.get(path) ?? '{}') as { sources: string[]; sourcesContent: string[] }
    const [first = ''] = map.sources
    for (const outside of ['../../../node_modules/ky/index.js', '/home/me/rest/src/index.ts', 'file:///src/index.ts']) {
      expect(checkSourceMaps(withFile(path, JSON.stringify({ ...map, sources: [outside] })))).toEqual([
        `${path} points to ${outside}, which is not packed`,
      ])
    }
    const other = JSON.stringify({ ...map, sources: [first], sourcesContent: ['something else'] })
    expect(checkSourceMaps(withFile(path, other))).toEqual([`${path} has another ${first} inside`])
  })

  it('finds the path of the build folder, and modules of Node in sub-paths for other platforms', () => {
    expect(checkPaths(withFile('dist/json.js', `// ${source}`))).toHaveLength(1)
    const importing = `import { readFile } from 'node:fs'\n${good.files.get('dist/json.js')}`
    expect(checkNodeImports(withFile('dist/json.js', importing))[0]).toContain('imports a module of Node')
  })

  it('reports the findings of publint and are-the-types-wrong', async () => {
    await run('tar', ['-xzf', tarball, '-C', folder])
    await rm(join(folder, 'package/dist/json.d.ts'))
    const spoiled = join(folder, 'spoiled.tgz')
    await run('tar', ['-czf', spoiled, '-C', folder, 'package'])
    const findings = (await checkTarball(spoiled, source)).join('\n')
    expect(findings).toContain('publint: ')
    expect(findings).toContain('types: ')
  })

  it("finds types that TypeScript's node10 resolution does not find", async () => {
    await run('tar', ['-xzf', tarball, '-C', folder])
    const { typesVersions, ...manifest } = good.manifest as Manifest & { typesVersions?: unknown }
    expect(typesVersions).toBeDefined()
    await writeFile(join(folder, 'package/package.json'), JSON.stringify(manifest))
    const spoiled = join(folder, 'spoiled.tgz')
    await run('tar', ['-czf', spoiled, '-C', folder, 'package'])
    const findings = await checkTarball(spoiled, source)
    expect(findings.length).toBeGreaterThan(0)
    for (const finding of findings) expect(finding).toMatch(/^types: .*"node10"/)
  })

  it('detects packs that are not byte-identical', () => {
    const pack = (integrity: string) => [{ name: '@x/rest', version: '1.0.0', file: 'x.tgz', integrity }]
    expect(differing(pack('sha512-a'), pack('sha512-a'))).toEqual([])
    expect(differing(pack('sha512-a'), pack('sha512-b'))).toEqual(['@x/rest'])
  })
})
