/** Thrown by a Console operation to answer with an error: a status and a line of text, which is all Console gives. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
