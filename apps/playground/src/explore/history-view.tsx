import type { VNode } from 'preact'
import type { Call } from '../calls/call.ts'
import { operationHref } from './address/operation-href.ts'
import { durationText } from './answer/quantity.ts'
import type { CatalogApi } from './catalog/catalog.ts'
import { deskOf } from './desk.ts'
import { clearHistory, history } from './history.ts'
import { withoutSecrets } from './secrets.ts'

/** The calls of this tab. Selecting one restores its input and its response. */
export function HistoryView({ catalog }: { readonly catalog: readonly CatalogApi[] }): VNode {
  const calls = history.value
  if (calls.length === 0) return <p class="quiet history-empty">No calls yet in this tab.</p>
  return (
    <section class="history" aria-label="History">
      <ol>
        {calls.map((call) => (
          <li key={`${call.startedAt} ${call.durationMs}`}>
            <a
              href={operationHref(call.api, call.operation, call.input)}
              onClick={() => deskOf(call.api, call.operation).show(call)}
            >
              <span class="history-what">{call.operation.id}</span>
              <span class={`history-status ${isGood(call) ? '' : 'history-bad'}`}>{statusOf(call)}</span>
              <span class="quiet">
                {catalog.find(({ api }) => api.name === call.api)?.api.title} ·{' '}
                {new Date(call.startedAt).toLocaleTimeString()} · {durationText(call.durationMs)}
              </span>
              <code class="history-input quiet">{inputText(call)}</code>
            </a>
          </li>
        ))}
      </ol>
      <button type="button" onClick={clearHistory}>
        Clear the history
      </button>
    </section>
  )
}

/** The input on one line, without secrets. */
function inputText(call: Call): string {
  const { params, input } = withoutSecrets(call.operation, call.input).given
  const parts = [...Object.values(params), ...(input === undefined ? [] : [input])]
  return parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')
}

function isGood({ outcome }: Call): boolean {
  return outcome.type === 'answer'
}

function statusOf({ outcome, exchanges }: Call): string {
  if (outcome.type === 'cancelled') return 'canceled'
  const status = exchanges.at(-1)?.status
  if (status !== undefined) return `${status}`
  return exchanges.length === 0 ? 'not sent' : 'no response'
}
