import { join } from 'node:path'
import type { Tarball } from './pack.ts'
import { run } from './run.ts'
import { type Manifest, readJson } from './workspace.ts'

/** The part of a CycloneDX document that is checked. */
interface Bom {
  readonly bomFormat: string
  readonly metadata: { readonly component: { readonly purl: string } }
  readonly components?: readonly { readonly purl: string; readonly licenses?: readonly unknown[] }[]
}

/** Returns the file of a package's software bill of materials, next to its tarball. */
export const bomFile = (tarball: Tarball): string => tarball.file.replace(/\.tgz$/, '.cdx.json')

/** Writes a CycloneDX document for each package: the package and its dependencies, with licenses and hashes. */
export async function writeBoms(workspace: string, folder: string): Promise<void> {
  const format = ['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6']
  const args = [
    '--filter',
    './packages/*',
    'sbom',
    '--prod',
    '--split',
    ...format,
    '--out',
    join(folder, '%s-%v.cdx.json'),
  ]
  await run('pnpm', args, { cwd: workspace })
}

/** Checks that the document is about this version, and has a license for every dependency. */
export async function checkBom(tarball: Tarball, manifest: Manifest): Promise<readonly string[]> {
  const bom = await readJson<Bom>(bomFile(tarball))
  const findings: string[] = []
  const own = purl(tarball.name, tarball.version)
  if (bom.bomFormat !== 'CycloneDX' || bom.metadata.component.purl !== own) findings.push(`SBOM: is not one of ${own}`)
  const components = bom.components ?? []
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    if (!components.some((component) => component.purl.startsWith(purl(name, ''))))
      findings.push(`SBOM: has no ${name}`)
  }
  for (const { purl: name, licenses = [] } of components) {
    if (licenses.length === 0) findings.push(`SBOM: has no license of ${name}`)
  }
  return findings
}

const purl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`
