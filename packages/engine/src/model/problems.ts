import type { DeploymentProblem } from '../errors.ts'

/** Collects the problems of one resource, so that a deployment reports all of them together. */
export class Problems {
  readonly list: DeploymentProblem[] = []
  readonly #resourceName: string
  readonly #text: string

  constructor(resourceName: string, text: string) {
    this.#resourceName = resourceName
    this.#text = text
  }

  add(elementId: string | undefined, message: string, line: number | undefined = undefined): void {
    const problem = { ...this.describe(elementId, message), ...(line !== undefined && { line }) }
    // Two checks may find the same problem.
    if (!this.list.some((other) => isSame(other, problem))) this.list.push(problem)
  }

  /** Whether the element has a problem. */
  has(elementId: string | undefined): boolean {
    return this.list.some((problem) => problem.elementId === elementId)
  }

  /** Creates a problem without adding it. */
  describe(elementId: string | undefined, message: string): DeploymentProblem {
    return {
      resourceName: this.#resourceName,
      elementId: elementId ?? null,
      line: elementId === undefined ? null : lineOfId(this.#text, elementId),
      message,
    }
  }
}

function isSame(one: DeploymentProblem, other: DeploymentProblem): boolean {
  return one.elementId === other.elementId && one.line === other.line && one.message === other.message
}

function lineOfId(text: string, id: string): number | null {
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const at = text.search(new RegExp(`\\sid\\s*=\\s*(["'])${escaped}\\1`))
  return at === -1 ? null : text.slice(0, at + 1).split('\n').length
}
