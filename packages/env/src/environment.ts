import { type CredentialsIssue, issueOf } from './errors.ts'
import { ALL_NAMES } from './variable-names.ts'
import type { Entry } from './variables.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The globals that may hold an environment. */
interface Host {
  readonly Deno?: {
    readonly env: { get(name: string): string | undefined; toObject(): Record<string, string> }
    readonly permissions: { querySync(descriptor: { name: 'env'; variable?: string | undefined }): { state: string } }
  }
  readonly process?: { readonly env?: Env }
  readonly Bun?: { readonly env?: Env }
}

/**
 * Camunda's part of the environment, in Node, Bun and Deno, and a note when not all of it could be read. Deno is asked for nothing
 * that the program has no permission for, so that no prompt appears; with the permission for single names, those are read.
 */
export function readEnvironment(): [entries: Entry[], notes?: CredentialsIssue[]] {
  const { Deno, process, Bun } = globalThis as Host
  const isGranted = (variable?: string) => Deno?.permissions.querySync({ name: 'env', variable }).state === 'granted'
  // Deno first, because it has a `process` too, which asks for permission to read everything.
  const env = Deno ? isGranted() && Deno.env.toObject() : (process?.env ?? Bun?.env ?? {})
  return env
    ? [Object.entries(env).filter(([name]) => /^(camunda|zeebe|operate)/i.test(name))]
    : [
        ALL_NAMES.filter((name) => isGranted(name)).map((name) => [name, Deno?.env.get(name)]),
        [issueOf('environment', 'may not be read', 'Use --allow-env=CAMUNDA_*,ZEEBE_*')],
      ]
}
