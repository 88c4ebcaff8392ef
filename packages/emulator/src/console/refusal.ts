/** Thrown by a Console operation to return an error: a status and a line of text. Console returns nothing else. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
