import type { ElementInstance } from './element-instance.ts'

/** A variable with its latest value: JSON that is referenced nowhere else. */
export class Variable {
  readonly sequence: number
  readonly name: string
  value: unknown
  readonly scope: ElementInstance
  next: Variable | undefined = undefined

  constructor(sequence: number, name: string, value: unknown, scope: ElementInstance) {
    this.sequence = sequence
    this.name = name
    this.value = value
    this.scope = scope
  }
}
