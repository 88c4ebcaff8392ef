import { isDeepStrictEqual } from 'node:util'
import type { Contents } from './unpack.ts'

/** What a deno.json or jsr.json says of a package. */
export interface JsrManifest {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly exports: Readonly<Record<string, string>>
  readonly imports?: Readonly<Record<string, string>>
}

/** Everything in it is meant to be, and what every package has to bring is there. */
export function checkFiles({ manifest, files }: Contents, licence: string): string[] {
  const meant = /^(dist\/|src\/|(package\.json|README\.md|CHANGELOG\.md|LICENSE)$)/
  const findings = [...files.keys()].filter((path) => !meant.test(path)).map((path) => `${path} is not meant for users`)
  if (!files.get('README.md')?.trim()) findings.push('README.md is missing')
  if (files.get('LICENSE') !== licence) findings.push('LICENSE is missing or is not the one of the repository')
  if (manifest.license !== 'Apache-2.0') findings.push('package.json does not name the licence Apache-2.0')
  return findings
}

/** Each export is an ES module with types, and all that package.json points to is packed. */
export function checkExports({ manifest, files }: Contents): string[] {
  const findings: string[] = []
  const targets = Object.values(manifest.bin ?? {})
  for (const [path, target] of Object.entries(manifest.exports)) {
    if (typeof target !== 'string') targets.push(target.types, target.default)
    else if (path !== './package.json') findings.push(`export ${path} has no types`)
  }
  for (const target of targets) {
    if (!files.has(target.replace('./', ''))) findings.push(`${target} is exported and not packed`)
  }
  return findings
}

/** Users get ky, valibot and siblings, by ranges: an exact version could not be shared with other packages. */
export function checkDependencies({ manifest }: Contents): string[] {
  return Object.entries(manifest.dependencies ?? {})
    .filter(([name, range]) => !/^(ky|valibot|@x\/\w+)$/.test(name) || !/^\^\d/.test(range))
    .map(([name, range]) => `depends on ${name} ${range}`)
}

/** JSR and Deno get the same package under the same version, by the same paths, from sources that are packed as well. */
export function checkJsr({ manifest, files }: Contents, name: string, jsr: JsrManifest): string[] {
  const findings: string[] = []
  for (const field of ['name', 'version', 'license'] as const) {
    if (jsr[field] !== manifest[field]) findings.push(`${name} has ${field} ${jsr[field]}, not ${manifest[field]}`)
  }
  const paths = Object.keys(manifest.exports).filter((path) => path !== './package.json')
  if (!isDeepStrictEqual(Object.keys(jsr.exports).sort(), paths.sort())) {
    findings.push(`${name} does not export what package.json exports`)
  }
  for (const source of Object.values(jsr.exports)) {
    if (!files.has(source.replace('./', ''))) findings.push(`${name} exports ${source}, which is not packed`)
  }
  for (const [dependency, range] of Object.entries(manifest.dependencies ?? {})) {
    const from = jsr.imports?.[dependency]
    if (!from?.endsWith(`${dependency}@${range}`))
      findings.push(`${name} imports ${dependency} as ${from}, not ${range}`)
  }
  return findings
}
