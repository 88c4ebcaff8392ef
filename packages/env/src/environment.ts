import { type CredentialsIssue, issueOf } from './errors.ts'
import { ALL_NAMES, isCamundaName } from './variable-names.ts'
import type { Entry } from './variables.ts'

/** The globals that may hold an environment. Node, Bun and Deno all have `process.env`. */
interface Host {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> }
  readonly Deno?: {
    readonly permissions: { querySync(descriptor: { name: 'env'; variable?: string | undefined }): { state: string } }
  }
}

/**
 * Returns Camunda's variables of the environment, and a warning if not all could be read. Only variables that Deno has
 * permission for are read, by single names if necessary: for others it would prompt.
 */
export function readEnvironment(): [entries: Entry[], notes: CredentialsIssue[]] {
  const { process, Deno } = globalThis as Host
  const env = process?.env ?? {}
  const isGranted = (variable?: string) =>
    !Deno || Deno.permissions.querySync({ name: 'env', variable }).state === 'granted'
  const isComplete = isGranted()
  const names = isComplete ? Object.keys(env) : ALL_NAMES.filter((name) => isGranted(name))
  return [
    names.filter(isCamundaName).map((name) => [name, env[name]]),
    isComplete ? [] : [issueOf('environment', 'may not be read', 'Use --allow-env=CAMUNDA_*,ZEEBE_*')],
  ]
}
