import type { VNode } from 'preact'
import type { Call } from '../../calls/call.ts'
import { countText, durationText, sizeText } from './quantity.ts'
import { statusText } from './status-reason.ts'

/** The outcome of a call in one line: status, time, size, and the number of requests if there was more than one. */
export function AnswerHead({ call: { outcome, exchanges, durationMs } }: { readonly call: Call }): VNode {
  const last = exchanges.at(-1)
  const size = exchanges.reduce((sum, { bytes }) => sum + bytes, 0)
  const kind = outcome.type === 'answer' ? 'good' : outcome.type === 'error' ? 'bad' : 'quiet'
  const status = last?.status === undefined ? undefined : statusText(last.status)
  const facts = [durationText(durationMs)]
  if (last) facts.push(sizeText(size))
  if (exchanges.length > 1) facts.push(countText(exchanges.length, 'request'))
  return (
    <p class="answer-head" role="status">
      <strong class={`answer-status answer-status-${kind}`}>
        {outcome.type === 'cancelled' ? 'Canceled' : (status ?? (last ? 'No response' : 'Not sent'))}
      </strong>{' '}
      <span>{facts.join(' · ')}</span>
    </p>
  )
}
