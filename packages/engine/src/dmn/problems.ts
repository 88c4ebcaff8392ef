import type { ModdleElement } from './moddle.ts'

/** Why a DMN file is rejected. */
export interface DmnProblem {
  /** The element, or its closest ancestor that has an id. */
  readonly elementId: string | undefined
  /** The line of that id in the file, counted from 1. */
  readonly line: number | undefined
  readonly message: string
}

/** Collects what is wrong with a file, so that all of it is reported at once. */
export class Problems {
  readonly list: DmnProblem[] = []
  readonly #xml: string

  constructor(xml: string) {
    this.#xml = xml
  }

  add(element: ModdleElement | undefined, message: string): void {
    let at = element
    while (at && at.id === undefined) at = at.$parent
    this.list.push({ elementId: at?.id, line: at?.id === undefined ? undefined : lineOf(this.#xml, at.id), message })
  }

  /** Reports a problem without an element, because the parser could not create one. */
  addAt(line: number | undefined, message: string): void {
    this.list.push({ elementId: undefined, line, message })
  }
}

function lineOf(xml: string, id: string): number | undefined {
  const at = xml.search(new RegExp(`\\sid\\s*=\\s*["']${id.replace(/[^\w]/g, '\\$&')}["']`))
  return at < 0 ? undefined : xml.slice(0, at + 1).split('\n').length
}
