// `pnpm release`: publishes to npm exactly what `pnpm release:dry` packed and checked. It runs in a workflow that npm
// knows by its identity token (OIDC), so there is no npm token that could be stolen.
import process from 'node:process'
import { publishAll } from './publish.ts'
import { readRelease } from './release-folder.ts'
import { listPackages, pendingChangesets, repository } from './workspace.ts'

try {
  const pending = await pendingChangesets(repository)
  if (pending.length > 0) {
    throw new Error(
      `Changesets are pending: ${pending.join(', ')}. Create versions with \`pnpm changeset:version\` and merge them first.`,
    )
  }
  const tarballs = await readRelease()
  const versions = new Map((await listPackages(repository)).map(({ manifest }) => [manifest.name, manifest.version]))
  for (const { name, version } of tarballs) {
    if (versions.get(name) !== version) throw new Error(`${name}@${version} is not the version in package.json.`)
  }
  await publishAll(tarballs, { npm: ['npm'], log: console.log })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
