import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { loadOperations } from '../../apis.ts'
import type { ApiAccess } from '../../calls/api-access.ts'
import type { Call, CallInput } from '../../calls/call.ts'
import { useLoaded } from '../../ui/use-loaded.ts'
import { AnswerHead } from './answer-head.tsx'
import { ErrorView } from './error/error-view.tsx'
import { ExchangeDetails } from './exchange-details.tsx'
import { AnswerActions } from './keep/answer-actions.tsx'
import { allPagesOf } from './paging/all-pages.ts'
import { Pager } from './paging/pager.tsx'
import { createKeyLink, KeyLinks } from './value/key-links.ts'
import { ValueView } from './value/value-view.tsx'

interface Props {
  readonly call: Call
  readonly access: ApiAccess
  /** Sends the operation again with another input, such as that of the next page. */
  repeat(input: CallInput): void
}

/** The outcome of a call: status, value, paging and downloads, or the error. */
export function AnswerView({ call, access, repeat }: Props): VNode {
  const { outcome, exchanges } = call
  const { api } = access
  const operations = useLoaded(() => loadOperations(api), [api])
  const link = useMemo(
    () => createKeyLink(api.name, operations.state === 'ready' ? operations.value : []),
    [operations],
  )
  return (
    <section class="answer-view" aria-label="Response">
      <AnswerHead call={call} />
      <KeyLinks.Provider value={link}>
        {outcome.type === 'answer' && <Answered call={call} access={access} repeat={repeat} value={outcome.value} />}
      </KeyLinks.Provider>
      {outcome.type === 'error' && <ErrorView error={outcome.error} />}
      {exchanges.length > 0 && <ExchangeDetails exchanges={exchanges} />}
    </section>
  )
}

function Answered({ call, access, repeat, value }: Props & { readonly value: unknown }): VNode {
  const loaded = allPagesOf(call).value
  if (value === undefined) return <p class="quiet">The response has no content.</p>
  // While all pages are loading, the current page stays.
  const shown = loaded === undefined || loaded.state === 'loading' ? value : loaded.items
  return (
    <>
      <Pager call={call} access={access} repeat={repeat} />
      {loaded?.state === 'failed' && <ErrorView error={loaded.error} />}
      <ValueView value={shown}>
        <AnswerActions call={call} value={shown} />
      </ValueView>
    </>
  )
}
