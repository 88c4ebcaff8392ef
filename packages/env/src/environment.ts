import { type CredentialsIssue, issueOf } from './errors.ts'
import { ALL_NAMES } from './variable-names.ts'

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
export function readEnvironment(): [entries: [string, string | undefined][], notes: CredentialsIssue[]] {
  const { Deno, process, Bun } = globalThis as Host
  const ours = (env: Env = {}) => Object.entries(env).filter(([name]) => /^(camunda|zeebe|operate)/i.test(name))
  // First, because Deno has a `process` too, which asks for permission to read everything.
  if (!Deno) return [ours(process?.env ?? Bun?.env), []]
  const allows = (variable?: string) => Deno.permissions.querySync({ name: 'env', variable }).state === 'granted'
  if (allows()) return [ours(Deno.env.toObject()), []]
  return [
    ALL_NAMES.filter((name) => allows(name)).map((name) => [name, Deno.env.get(name)]),
    [issueOf('environment', 'may not be read', 'Use --allow-env=CAMUNDA_*,ZEEBE_*')],
  ]
}
