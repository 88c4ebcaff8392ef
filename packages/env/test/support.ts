import { CredentialsError } from '../src/index.ts'

/** The error that `read` throws; anything else fails the test. */
export function failure(read: () => unknown): CredentialsError {
  try {
    read()
  } catch (error) {
    if (error instanceof CredentialsError) return error
    throw error
  }
  throw new Error('expected a CredentialsError')
}

export function problems(read: () => unknown): string[] {
  return failure(read).issues.map(({ variable, problem }) => `${variable} ${problem}`)
}

/** Warnings but for those of hosts that Camunda 8.10 removed, which most of the eras' files name. */
export function withoutHosts<Warning extends { readonly problem: string }>(warnings: readonly Warning[]): Warning[] {
  return warnings.filter(({ problem }) => !problem.startsWith('has a host removed in 8.10'))
}
