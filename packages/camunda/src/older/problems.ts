import { ValidationError, type ValidationIssue } from '@x/rest'
import type { Version } from '../cluster/version.ts'
import { VersionError } from '../version-error.ts'

/** Something that an older API does not support. */
export interface Limit extends ValidationIssue {
  readonly since: string
}

/** Collects the problems of a request, and throws all of them at once. */
export class Problems {
  readonly #operation: string
  readonly #version: Version | undefined
  readonly #invalid: ValidationIssue[] = []
  readonly #limits: Limit[] = []

  constructor(operation: string, version: Version | undefined) {
    this.#operation = operation
    this.#version = version
  }

  /** Whether the cluster has this minor version or a newer one; false if unknown. */
  isFrom(minor: number): boolean {
    return this.#version !== undefined && this.#version.minor >= minor
  }

  /** Adds a problem in every version. */
  invalid(path: string, message: string): void {
    this.#invalid.push({ path, message })
  }

  /** Adds a problem that a newer version does not have. */
  limit(path: string, message: string, since: string): void {
    this.#limits.push({ path, message, since })
  }

  /** @throws `ValidationError`, or `VersionError` if a newer version has none of the problems */
  check(): void {
    if (this.#invalid.length > 0) throw new ValidationError(this.#operation, 'body', this.#invalid)
    if (this.#limits.length === 0) return
    const issues = this.#limits.map(({ path, message }) => ({ path, message }))
    const [newest = ''] = this.#limits
      .map(({ since }) => since)
      .sort(compareVersions)
      .slice(-1)
    throw new VersionError(this.#operation, issues, newest, this.#version?.text)
  }
}

/** 8.10 is newer than 8.9. */
function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
