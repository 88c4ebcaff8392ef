/** A deployed definition that has versions: a process, a decision, a form … */
export interface Versioned {
  readonly id: string
  readonly version: number
  readonly versionTag: string | null
  readonly tenantId: string
  readonly deploymentSequence: number
}

/** The versions of definitions by id. Each tenant has its own definitions. */
export class Versions<T extends Versioned> {
  /** All versions, oldest first, by tenant and id. */
  readonly #versions = new Map<string, T[]>()
  /** The highest version number so far, by tenant and id: the number of a deleted version is not reused. */
  readonly #highest = new Map<string, number>()

  add(definition: T): void {
    const key = keyFor(definition.tenantId, definition.id)
    const versions = this.#versions.get(key)
    if (versions === undefined) this.#versions.set(key, [definition])
    else versions.push(definition)
    this.#highest.set(key, definition.version)
  }

  /** Removes a version, so that nothing refers to it. */
  delete({ tenantId, id, version }: T): void {
    const key = keyFor(tenantId, id)
    this.#versions.set(
      key,
      this.#of(tenantId, id).filter((other) => other.version !== version),
    )
  }

  /** Whether the version exists and was not deleted. */
  has({ tenantId, id, version }: T): boolean {
    return this.withVersion(tenantId, id, version) !== undefined
  }

  latest(tenantId: string, id: string): T | undefined {
    return this.#of(tenantId, id).at(-1)
  }

  /** The number of the next version. */
  nextVersion(tenantId: string, id: string): number {
    return (this.#highest.get(keyFor(tenantId, id)) ?? 0) + 1
  }

  withVersion(tenantId: string, id: string, version: number): T | undefined {
    return this.#of(tenantId, id).find((definition) => definition.version === version)
  }

  /** The latest version with this tag. */
  withVersionTag(tenantId: string, id: string, versionTag: string): T | undefined {
    return this.#of(tenantId, id).findLast((definition) => definition.versionTag === versionTag)
  }

  inDeployment(tenantId: string, id: string, deploymentSequence: number): T | undefined {
    return this.#of(tenantId, id).find((definition) => definition.deploymentSequence === deploymentSequence)
  }

  #of(tenantId: string, id: string): readonly T[] {
    return this.#versions.get(keyFor(tenantId, id)) ?? []
  }
}

function keyFor(tenantId: string, id: string): string {
  return JSON.stringify([tenantId, id])
}
