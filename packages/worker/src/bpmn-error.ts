/**
 * Throw it in a handler to throw a BPMN error: the process continues at the event that catches `code`. If no event catches
 * it, the process instance gets an incident.
 *
 * @example
 * import { BpmnError, createWorker } from '@x/worker'
 *
 * createWorker({
 *   orchestration: camunda,
 *   jobs: {
 *     'charge-card': async (job) => {
 *       if (job.variables.expired) throw new BpmnError('CARD_DECLINED', 'The card has expired', { retryWith: 'invoice' })
 *     },
 *   },
 * })
 */
export class BpmnError extends Error {
  override name = 'BpmnError'
  /** Always true. Use it where `instanceof` fails because there are two copies of the package. */
  readonly isBpmnError: true = true
  /** Must match the code of an error event in the BPMN. */
  readonly code: string
  /** Become local variables of the event that catches the error. */
  readonly variables: Readonly<Record<string, unknown>> | undefined

  /** @throws `TypeError` if `code` is not a string of at least one character */
  constructor(code: string, message = '', variables?: Readonly<Record<string, unknown>>) {
    if (typeof code !== 'string' || code === '')
      throw new TypeError('BpmnError: `code` must be a string of at least one character')
    super(message)
    this.code = code
    this.variables = variables
  }
}
