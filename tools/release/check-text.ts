import { isAbsolute, posix } from 'node:path'
import type { Contents } from './unpack.ts'
import { repository } from './workspace.ts'

/** Patterns of secrets that could end up in packages by accident. */
const secrets: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[\w+/=]{16}/,
  'an npm token': /\bnpm_[A-Za-z0-9]{36}\b/,
  'a GitHub token': /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40})/,
  'an AWS key': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  'a Slack token': /\bxox[abprs]-[\w-]{20}/,
  'a JSON Web Token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  'a password for a registry': /:_(?:authToken|auth|password)=[^\s$]/,
}

export function checkSecrets({ files }: Contents): string[] {
  return [...files].flatMap(([path, text]) =>
    Object.entries(secrets)
      .filter(([, pattern]) => pattern.test(text))
      .map(([kind]) => `${path} contains what looks like ${kind}`),
  )
}

/** Checks that source maps refer only to packed sources, which also proves that no other code was bundled. */
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

/** Checks that no file contains the path where it was built. */
export function checkPaths({ files }: Contents): string[] {
  return [...files].filter(([, text]) => text.includes(repository)).map(([path]) => `${path} names ${repository}`)
}

/** Sub-paths named for the platform that they run on. */
const forNode = /^\.\/(node|storage\/file)$/

/** Checks that no file of other sub-paths imports a module of Node. */
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

/** Returns a built file and all siblings that it imports, statically or dynamically. */
function reachable(file: string, files: Contents['files'], seen: Set<string> = new Set()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, path = ''] of (files.get(file) ?? '').matchAll(/\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)) {
    reachable(posix.join(posix.dirname(file), path), files, seen)
  }
  return seen
}
