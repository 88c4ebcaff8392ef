import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { dependenciesFirst } from '../../../../tools/release/dependencies-first.ts'
import { type LocalRegistry, startRegistry } from '../../../../tools/release/local-registry.ts'
import { packAll, type Tarball } from '../../../../tools/release/pack.ts'
import { type PublishOptions, publishAll } from '../../../../tools/release/publish.ts'
import { run } from '../../../../tools/release/run.ts'
import { applyChangesets, stageRelease } from '../../../../tools/release/stage.ts'
import { installTools, npm } from '../../../../tools/release/tools.ts'
import { listPackages, type Manifest, readJson, repository } from '../../../../tools/release/workspace.ts'

let folder: string
let registry: LocalRegistry
let options: PublishOptions
const lines: string[] = []

beforeAll(async () => {
  await installTools()
  folder = await mkdtemp(join(tmpdir(), 'publish-'))
  registry = await startRegistry(join(folder, 'registry'))
  options = { npm: [process.execPath, npm], args: registry.npmArgs, log: (line) => lines.push(line) }
})
afterAll(async () => {
  await registry?.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  lines.length = 0
})

/** A workspace with almost empty packages, packed. */
async function pack(place: string, packages: Readonly<Record<string, string>>): Promise<readonly Tarball[]> {
  const workspace = join(folder, place)
  await mkdir(workspace)
  await writeFile(join(workspace, 'package.json'), '{ "private": true, "type": "module" }')
  await writeFile(join(workspace, 'pnpm-workspace.yaml'), 'packages: [packages/*]\npmOnFail: ignore\n')
  for (const [name, text] of Object.entries(packages)) {
    await mkdir(join(workspace, 'packages', name), { recursive: true })
    const manifest = { name: `@x/${name}`, version: '1.0.0', license: 'Apache-2.0', exports: './index.js' }
    await writeFile(join(workspace, 'packages', name, 'package.json'), JSON.stringify(manifest))
    await writeFile(join(workspace, 'packages', name, 'index.js'), text)
  }
  return packAll(workspace, join(workspace, 'packed'))
}

const isPublished = async (name: string): Promise<boolean> =>
  (await fetch(registry.url + name.replace('/', '%2f'))).status === 200

describe('publishing', () => {
  it('publishes missing versions, and fails if a version is published a second time', async () => {
    const both = await pack('first', { one: 'export const one = 1', two: 'export const two = 2' })
    await publishAll(both.slice(0, 1), options)
    expect(lines).toEqual(['@x/one@1.0.0 published'])
    // As after an interrupted release.
    await publishAll(both, options)
    expect(lines.slice(1)).toEqual(['@x/one@1.0.0 is already published, byte for byte', '@x/two@1.0.0 published'])
    await expect(publishAll(both, options)).rejects.toThrow('Nothing to publish: the registry has all 2 versions')
  })

  it('publishes nothing if a version exists with other content', async () => {
    const changed = await pack('second', { one: 'export const one = 11', three: 'export const three = 3' })
    await expect(publishAll(changed, options)).rejects.toThrow('@x/one@1.0.0: already published with other content')
    expect(await isPublished('@x/three')).toBe(false)
  })

  it('fails at the first package that is rejected', async () => {
    const packed = await pack('third', { four: 'export const four = 4', five: 'export const five = 5' })
    const stranger = join(folder, 'stranger.npmrc')
    await writeFile(stranger, `${registry.url.replace('http:', '')}:_authToken=not-ours\n`)
    const args = [...registry.npmArgs, '--userconfig', stranger]
    await expect(publishAll(packed, { ...options, args })).rejects.toThrow(/npm-cli\.js publish .* ended with 1/)
    expect(lines).toEqual([])
    expect(await isPublished('@x/four')).toBe(false)
    expect(await isPublished('@x/five')).toBe(false)
  })

  it('does not treat an unreachable registry as an empty one', async () => {
    const packed = await pack('fourth', { six: 'export const six = 6' })
    const args = ['--registry', 'http://127.0.0.1:9/', '--@x:registry=http://127.0.0.1:9/', '--fetch-retries=0']
    await expect(publishAll(packed, { ...options, args })).rejects.toThrow(/npm-cli\.js view/)
  })
})

describe('pnpm release', () => {
  /** Runs this repository's script in a workspace where a dry run has packed one package. */
  async function release(place: string, spoil?: (workspace: string) => Promise<unknown>): Promise<string> {
    const [tarball] = (await pack(place, { [place]: `export const name = '${place}'` })) as [Tarball]
    const workspace = join(folder, place)
    await cp(join(repository, 'tools/release'), join(workspace, 'tools/release'), {
      recursive: true,
      filter: (path) => !path.endsWith('/tools'),
    })
    await mkdir(join(workspace, '.changeset'))
    await cp(tarball.file, join(workspace, 'release/package.tgz'))
    await writeFile(join(workspace, 'release/release.json'), JSON.stringify([{ ...tarball, file: 'package.tgz' }]))
    await spoil?.(workspace)
    const npmrc = join(folder, 'registry/.npmrc')
    const env = { npm_config_registry: registry.url, npm_config_userconfig: npmrc, npm_config_provenance: 'false' }
    return run(process.execPath, ['tools/release/release.ts'], { cwd: workspace, env })
  }

  it('publishes what the dry run packed', async () => {
    expect(await release('seven')).toBe('@x/seven@1.0.0 published\n')
    expect(await isPublished('@x/seven')).toBe(true)
  })

  it('fails if changesets are pending', async () => {
    const pending = (workspace: string) => writeFile(join(workspace, '.changeset/brave-cats-sing.md'), '')
    await expect(release('eight', pending)).rejects.toThrow(/ended with 1:\nChangesets are pending: brave-cats-sing.md/)
  })

  it('fails without a dry run, or with another tarball than the checked one', async () => {
    const nothing = (workspace: string) => rm(join(workspace, 'release'), { recursive: true })
    await expect(release('nine', nothing)).rejects.toThrow(/ended with 1:\nThere is nothing to release/)
    const changed = (workspace: string) => writeFile(join(workspace, 'release/package.tgz'), 'something else')
    await expect(release('ten', changed)).rejects.toThrow(
      /ended with 1:\n.* is not the tarball that `pnpm release:dry` checked/,
    )
  })

  it('fails if the version has changed since', async () => {
    const moved = async (workspace: string) => {
      const file = join(workspace, 'packages/eleven/package.json')
      await writeFile(file, (await readFile(file, 'utf8')).replace('1.0.0', '1.0.1'))
    }
    await expect(release('eleven', moved)).rejects.toThrow(/ended with 1:\n@x\/eleven@1.0.0 is not the version in/)
  })
})

// Including the packages that depend on them: the packed range for a sibling starts at the sibling's version.
it('creates versions of the packages in changesets, and publishes no others', async () => {
  const stage = join(folder, 'stage')
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com')
  vi.stubEnv('GITHUB_REPOSITORY', 'someone/somewhere')
  onTestFinished(() => void vi.unstubAllEnvs())
  await stageRelease(stage)
  /** A package, one that depends on it, and one that only uses it in its tests. */
  const packed = async (place: string): Promise<readonly Tarball[]> => {
    const tarballs = new Map((await packAll(stage, join(folder, place))).map((tarball) => [tarball.name, tarball]))
    const order = dependenciesFirst(await listPackages(stage)).map(({ manifest }) => manifest.name)
    return order
      .filter((name) => ['@x/operate', '@x/proxy', '@x/rest'].includes(name))
      .map((name) => tarballs.get(name) as Tarball)
  }
  await publishAll(await packed('before'), options)
  expect(lines.map((line) => line.replace(/@\d.*? /, ' '))).toEqual([
    '@x/rest published',
    '@x/operate published',
    '@x/proxy published',
  ])

  lines.length = 0
  await writeFile(join(stage, '.changeset/change.md'), '---\n"@x/rest": patch\n---\n\nRetries what is safe.\n')
  await applyChangesets(stage)
  await publishAll(await packed('after'), options)
  expect(lines.map((line) => line.replace(/@\d.*? /, ' '))).toEqual([
    '@x/proxy is already published, byte for byte',
    '@x/rest published',
    '@x/operate published',
  ])

  const rest = join(stage, 'packages/rest')
  const { version, ...manifest } = await readJson<Manifest>(join(rest, 'package.json'))
  expect(manifest.repository).toEqual({
    type: 'git',
    url: 'git+https://github.com/someone/somewhere.git',
    directory: 'packages/rest',
  })
  expect(manifest).not.toHaveProperty('devDependencies')
  expect(await readFile(join(rest, 'CHANGELOG.md'), 'utf8')).toMatch(
    new RegExp(
      `^# @x/rest\n\n## ${version.replaceAll('.', '\\.')}\n\n### Patch Changes\n\n- .*Retries what is safe\\.`,
    ),
  )
  for (const name of ['deno.json', 'jsr.json']) {
    expect(await readJson(join(rest, name))).toMatchObject({ version })
    expect(await readJson(join(stage, 'packages/operate', name))).toMatchObject({
      imports: { '@x/rest': `jsr:@x/rest@^${version}` },
    })
  }
})
