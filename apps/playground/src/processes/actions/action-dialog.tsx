import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { connection } from '../../connection/state.ts'
import { Modal } from '../../ui/modal.tsx'
import { problemOf } from '../problem-of.ts'
import { refreshSoon } from '../refreshes.ts'
import type { ActionProps } from './action-button.tsx'

/** Maximum number of requests in a preview. */
const MOST_LISTED = 5

interface Props extends ActionProps {
  onClose(): void
}

/** Shows what an action will send to which cluster, and sends it after confirmation. */
export function ActionDialog(props: Props): VNode {
  const { label, title, about, steps, isDangerous = false, children, onDone, onClose } = props
  const [problem, setProblem] = useState<string>()
  const [sent, setSent] = useState<number>()
  const name = connection.value?.name ?? ''
  const heading = `${title} on ${name}?`

  async function send(): Promise<void> {
    setProblem(undefined)
    const responses: unknown[] = []
    try {
      for (const step of steps) {
        setSent(responses.length)
        responses.push(await step.send())
      }
      onClose()
      onDone?.(responses)
    } catch (error) {
      setProblem(problemOf(error))
    }
    setSent(undefined)
    refreshSoon()
  }

  return (
    <Modal label={heading} class="confirm" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <h2>{heading}</h2>
        <p>{about}</p>
        {children}
        <h3>Requests</h3>
        {steps.length === 0 && <p class="quiet">Nothing to send yet</p>}
        <ol class="steps">
          {steps.slice(0, MOST_LISTED).map(({ method, path, body }) => (
            <li key={`${method} ${path}`}>
              <code>
                {method} {path}
              </code>
              {body !== undefined && <code class="step-body">{JSON.stringify(body)}</code>}
            </li>
          ))}
        </ol>
        {steps.length > MOST_LISTED && <p class="quiet">and {steps.length - MOST_LISTED} more requests of this kind</p>}
        {problem !== undefined && (
          <p class="notice notice-error" role="alert">
            {problem}
          </p>
        )}
        <div class="buttons">
          <button type="button" onClick={onClose}>
            {isDangerous ? 'Keep it' : 'Cancel'}
          </button>
          <button
            type="submit"
            class={isDangerous ? 'danger' : undefined}
            disabled={steps.length === 0 || sent !== undefined}
          >
            {sent === undefined ? label : `Sending ${sent + 1} of ${steps.length} …`}
          </button>
        </div>
      </form>
    </Modal>
  )
}
