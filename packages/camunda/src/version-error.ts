import { ValidationError, type ValidationIssue } from '@x/rest'

/**
 * The cluster is too old for the query: the API that it serves would return something else, or ignore a part. Nothing
 * was sent. Code `request_invalid`.
 */
export class VersionError extends ValidationError {
  override name = 'VersionError'
  /** Always true. Use it where `instanceof` fails because there are two copies of the package. */
  readonly isVersionError: true = true
  /** First version of Camunda that supports all of it. */
  declare readonly since: string
  /** Version of the cluster; undefined for clusters before 8.5, which do not report it. */
  declare readonly version?: string

  constructor(operation: string, issues: readonly ValidationIssue[], since: string, version: string | undefined) {
    super(operation, 'body', issues)
    this.message += `. Camunda supports that from ${since} on, but this cluster is ${version ? `of ${version}` : 'older'}`
    Object.assign(this, { since, ...(version !== undefined && { version }) })
  }
}
