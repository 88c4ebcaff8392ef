import { isDeepStrictEqual } from 'node:util'
import type { Contents } from './unpack.ts'

/** The content of a deno.json or jsr.json. */
export interface JsrManifest {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly exports: Readonly<Record<string, string>>
  readonly imports?: Readonly<Record<string, string>>
}

/** Finds files that must not be published, and required ones that are missing. */
export function checkFiles({ manifest, files }: Contents, licence: string): string[] {
  const meant = /^(dist\/|src\/|(package\.json|README\.md|CHANGELOG\.md|LICENSE)$)/
  const findings = [...files.keys()].filter((path) => !meant.test(path)).map((path) => `${path} must not be published`)
  if (!files.get('README.md')?.trim()) findings.push('README.md is missing')
  if (files.get('LICENSE') !== licence) findings.push('LICENSE is missing or differs from that of the repository')
  if (manifest.license !== 'Apache-2.0') findings.push('package.json does not have the license Apache-2.0')
  return findings
}

/** Checks that each export is an ES module with types, and that everything package.json refers to is packed. */
export function checkExports({ manifest, files }: Contents): string[] {
  const findings: string[] = []
  const targets = Object.values(manifest.bin ?? {})
  for (const [path, target] of Object.entries(manifest.exports)) {
    if (typeof target !== 'string') targets.push(target.types, target.default)
    else if (path !== './package.json') findings.push(`export ${path} has no types`)
  }
  for (const target of targets) {
    if (!files.has(target.replace('./', ''))) findings.push(`${target} is exported but not packed`)
  }
  return findings
}

/**
 * The dependencies that a package may have besides its siblings. The engine reads BPMN, DMN and FEEL with Camunda's own
 * libraries.
 */
const libraries: Readonly<Record<string, readonly string[]>> = {
  '@x/rest': ['ky', 'valibot'],
  '@x/engine': ['bpmn-moddle', 'dmn-moddle', 'feelin', 'zeebe-bpmn-moddle'],
}

/** Checks that there are few dependencies, with ranges: an exact version could not be shared with other packages. */
export function checkDependencies({ manifest }: Contents): string[] {
  const known = libraries[manifest.name] ?? []
  return Object.entries(manifest.dependencies ?? {})
    .filter(([name, range]) => !(known.includes(name) || /^@x\/\w+$/.test(name)) || !/^\^\d/.test(range))
    .map(([name, range]) => `depends on ${name} ${range}`)
}

/** Checks that JSR and Deno get the same version with the same paths, from sources that are packed as well. */
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
