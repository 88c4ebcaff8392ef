import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkDependencies, checkExports, checkFiles, checkJsr, type JsrManifest } from './check-manifests.ts'
import { checkNodeImports, checkPaths, checkSecrets, checkSourceMaps } from './check-text.ts'
import { checkPublint, checkTypes } from './check-tools.ts'
import { unpack } from './unpack.ts'
import { readJson, repository } from './workspace.ts'

/** Returns all problems of a packed package; `folder` is its source. */
export async function checkTarball(tarball: string, folder: string): Promise<readonly string[]> {
  const contents = await unpack(tarball)
  const findings = [
    ...checkFiles(contents, await readFile(join(repository, 'LICENSE'), 'utf8')),
    ...checkExports(contents),
    ...checkDependencies(contents),
    ...checkSecrets(contents),
    ...checkSourceMaps(contents),
    ...checkPaths(contents),
    ...checkNodeImports(contents),
  ]
  for (const name of ['deno.json', 'jsr.json']) {
    findings.push(...checkJsr(contents, name, await readJson<JsrManifest>(join(folder, name))))
  }
  return [...findings, ...(await checkPublint(tarball, contents.manifest)), ...(await checkTypes(tarball))]
}
