/** Stands for a missing variable that a filter names, until it is known whether the items have it. */
export class MissingVariable {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}
