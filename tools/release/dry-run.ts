// `pnpm release:dry`: builds the next release in a copy of the built workspace and publishes it to a local registry.
// The tarballs stay in `release/`, and `pnpm release` publishes exactly these.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import process from 'node:process'
import { engineCommand, installEngines } from '../engines/engines.ts'
import { checkTarball } from './check.ts'
import { dependenciesFirst } from './dependencies-first.ts'
import { installAndRun } from './install-and-run.ts'
import { startRegistry } from './local-registry.ts'
import { differing, packAll, type Tarball } from './pack.ts'
import { packageManagers } from './package-managers.ts'
import { publishAll } from './publish.ts'
import { releaseFile, releaseFolder } from './release-folder.ts'
import { checkBom, writeBoms } from './sbom.ts'
import { stageRelease } from './stage.ts'
import { installTools, npm } from './tools.ts'
import { listPackages, repository } from './workspace.ts'

const scratch = await mkdtemp(join(tmpdir(), 'release-'))
try {
  await Promise.all([installTools(), installEngines()])
  const tarballs = await makeTarballs()
  await tryOut(tarballs)
  console.log(`What would be published is in ${relative(repository, releaseFolder)}/`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await rm(scratch, { recursive: true, force: true })
}

/** Versions, packs and checks everything. */
async function makeTarballs(): Promise<readonly Tarball[]> {
  await rm(releaseFolder, { recursive: true, force: true })
  const stage = join(scratch, 'stage')
  await stageRelease(stage)
  const packages = dependenciesFirst(await listPackages(stage))
  const packed = new Map((await packAll(stage, releaseFolder)).map((tarball) => [tarball.name, tarball]))
  const tarballs = packages.map(({ manifest }) => packed.get(manifest.name) as Tarball)
  const unlike = differing(tarballs, await packAll(stage, join(scratch, 'again')))
  const findings = unlike.map((name) => `${name}: packing it twice gives different tarballs`)
  await writeBoms(stage, releaseFolder)
  for (const [index, tarball] of tarballs.entries()) {
    const { folder, manifest } = packages[index] as (typeof packages)[number]
    const found = [...(await checkTarball(tarball.file, folder)), ...(await checkBom(tarball, manifest))]
    findings.push(...found.map((finding) => `${tarball.name}: ${finding}`))
    if (found.length === 0) console.log(`checked    ${tarball.name}@${tarball.version}`)
  }
  if (findings.length > 0) throw new Error(`The release has problems:\n${findings.join('\n')}`)
  const release = tarballs.map((tarball) => ({ ...tarball, file: basename(tarball.file) }))
  await writeFile(releaseFile, `${JSON.stringify(release, null, 2)}\n`)
  return tarballs
}

/** Publishes to a registry on this machine, and installs from it. */
async function tryOut(tarballs: readonly Tarball[]): Promise<void> {
  const registry = await startRegistry(join(scratch, 'registry'))
  try {
    await publishAll(tarballs, { npm: [process.execPath, npm], args: registry.npmArgs, log: () => {} })
    console.log(`published  ${tarballs.length} packages to a local registry`)
    for (const manager of packageManagers()) {
      const folder = join(scratch, manager.name)
      await installAndRun(manager, tarballs, { folder, registry: registry.url })
      console.log(`installed  with ${manager.name}, and ran the example`)
    }
    for (const name of ['bun', 'deno'].filter((name) => engineCommand(name) === undefined)) {
      console.log(`skipped    ${name}, which is not on this machine`)
    }
  } finally {
    await registry.close()
  }
}
