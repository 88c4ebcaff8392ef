import type { VNode } from 'preact'
import { messageOf } from '../message-of.ts'

interface Props {
  /** What failed, for the message: the view's title. */
  readonly what: string
  readonly error: unknown
  readonly cure: string
  onCure(): void
}

/** Shown instead of something that failed. */
export function FailedView({ what, error, cure, onCure }: Props): VNode {
  return (
    <div class="notice notice-error" role="alert">
      <p>
        {what} could not be shown: {messageOf(error)}
      </p>
      <button type="button" onClick={onCure}>
        {cure}
      </button>
    </div>
  )
}
