/** Options for the APIs of the clusters. */
export interface OrchestrationData {
  /**
   * How far reads lag behind commands, in milliseconds of the emulator's clock. As with the secondary storage of the
   * real server, searches and gets show the changes of a command only after this time.
   *
   * @defaultValue `0`
   */
  readonly lagMs?: number | undefined
  /**
   * Whether to enforce authorizations, as with `camunda.security.authorizations.enabled`: commands and gets without the
   * permission return a 403, and searches omit what the caller may not read. The initial clients and users have the
   * role `admin`, which has every permission. Operate v1 and Tasklist v1 only require the scope.
   *
   * @defaultValue `false`
   */
  readonly authorizations?: boolean | undefined
}

/** Checks the option. @throws TypeError that names it. */
export function readAuthorizations({ authorizations = false }: OrchestrationData): boolean {
  if (typeof authorizations === 'boolean') return authorizations
  throw new TypeError('orchestration.authorizations must be true or false.')
}

/** Checks the option. @throws TypeError that names it. */
export function readLag({ lagMs = 0 }: OrchestrationData): number {
  if (Number.isFinite(lagMs) && lagMs >= 0) return lagMs
  throw new TypeError('orchestration.lagMs must be a number of milliseconds, 0 or more.')
}
