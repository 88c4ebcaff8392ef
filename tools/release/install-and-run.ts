import { cp, mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Tarball } from './pack.ts'
import type { PackageManager } from './package-managers.ts'
import { run } from './run.ts'
import { repository } from './workspace.ts'

/** An example from the documentation, and the script that starts it against an embedded Camunda. */
const files = ['apps/examples/src/node-script.ts', 'apps/checks/packed/consumer/main.ts']

/**
 * Installs the published packages into an empty project and runs an example there. Returns its output.
 *
 * @throws with the whole output if the installation or the example fails, or if it printed something else
 */
export async function installAndRun(
  manager: PackageManager,
  published: readonly Tarball[],
  { folder, registry }: { readonly folder: string; readonly registry: string },
): Promise<string> {
  await mkdir(folder, { recursive: true })
  const dependencies = Object.fromEntries(published.map(({ name, version }) => [name, version]))
  const manifest = { name: 'empty', private: true, type: 'module', dependencies }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  for (const [name, text] of Object.entries(manager.files(registry))) await writeFile(join(folder, name), text)
  for (const file of files) await cp(join(repository, file), join(folder, basename(file)))
  const env = manager.env(folder, registry)
  await run(manager.command, [...manager.args, ...manager.install(registry)], { cwd: folder, env })
  const [command, ...args] = manager.run
  const printed = await run(command, [...args, 'main.ts'], { cwd: folder, env })
  if (!/^process instance \d+ is [A-Z]+\n.* 1 token request\n$/s.test(printed)) {
    throw new Error(`${manager.name}: the example printed:\n${printed}`)
  }
  return printed
}
