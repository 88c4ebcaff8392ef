import { isAbsolute, posix } from 'node:path'
import type { Contents } from './unpack.ts'
import { repository } from './workspace.ts'

/** What secrets look like that end up in packages by accident. */
const secrets: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[\w+/=]{16}/,
  'a token of npm': /\bnpm_[A-Za-z0-9]{36}\b/,
  'a token of GitHub': /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40})/,
  'a key of AWS': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  'a token of Slack': /\bxox[abprs]-[\w-]{20}/,
  'a JSON Web Token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  'a password for a registry': /:_(?:authToken|auth|password)=[^\s$]/,
}

export function checkSecrets({ files }: Contents): string[] {
  return [...files].flatMap(([path, text]) =>
    Object.entries(secrets)
      .filter(([, pattern]) => pattern.test(text))
      .map(([kind]) => `${path} has what looks like ${kind}`),
  )
}

/** Source maps lead to packed sources, and to nothing else: also a proof that no foreign code was bundled. */
export function checkSourceMaps({ files }: Contents): string[] {
  const findings: string[] = []
  for (const [path, text] of files) {
    if (!path.endsWith('.map')) continue
    const map = JSON.parse(text) as { sourceRoot?: string; sources: string[]; sourcesContent?: string[] }
    map.sources.forEach((source, index) => {
      const target = posix.join(posix.dirname(path), map.sourceRoot ?? '', source)
      const packed = /^\w+:/.test(source) || isAbsolute(source) ? undefined : files.get(target)
      const embedded = map.sourcesContent?.[index]
      if (packed === undefined) findings.push(`${path} points to ${source}, which is not packed`)
      else if (embedded !== undefined && embedded !== packed) findings.push(`${path} has another ${source} inside`)
    })
  }
  return findings
}

/** Nothing tells where it was built. */
export function checkPaths({ files }: Contents): string[] {
  return [...files].filter(([, text]) => text.includes(repository)).map(([path]) => `${path} names ${repository}`)
}

/** Sub-paths that are named for the place where they run. */
const forNode = /^\.\/(node|storage\/file)$/

/** All other sub-paths run where there is no Node: no file that they reach imports one of its modules. */
export function checkNodeImports({ manifest, files }: Contents): string[] {
  const findings: string[] = []
  for (const [path, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string' || forNode.test(path)) continue
    for (const file of reachable(target.default.replace('./', ''), files)) {
      if (/\b(from|import)\s*\(?\s*["']node:/.test(files.get(file) ?? '')) {
        findings.push(`export ${path} reaches ${file}, which imports a module of Node`)
      }
    }
  }
  return findings
}

/** A built file and all of its siblings that it imports, at once or later. */
function reachable(file: string, files: Contents['files'], seen: Set<string> = new Set()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, path = ''] of (files.get(file) ?? '').matchAll(/\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)) {
    reachable(posix.join(posix.dirname(file), path), files, seen)
  }
  return seen
}
