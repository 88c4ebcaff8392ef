import type { Operation } from '@x/rest/shapes'
import type { RefObject, VNode } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ApiAccess } from '../calls/api-access.ts'
import type { CallInput } from '../calls/call.ts'
import { isReading } from '../calls/is-reading.ts'
import { connection } from '../connection/state.ts'
import { firstRoute, route } from '../routing/route.ts'
import { Choice } from '../ui/choice.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { useLoaded } from '../ui/use-loaded.ts'
import { useLink } from './address/use-link.ts'
import { AnswerView } from './answer/answer-view.tsx'
import type { CatalogEntry } from './catalog/catalog.ts'
import { ConfirmChange, changesAreConfirmed } from './confirm-change.tsx'
import { type Descriptions, DescriptionsContext, loadDescriptions } from './descriptions.ts'
import { deskOf } from './desk.ts'
import { SuggestContext } from './form/suggestions-context.ts'
import { InputForm } from './input-form.tsx'
import { OperationHead } from './operation-head.tsx'
import { OperationReference } from './operation-reference.tsx'

interface Props extends CatalogEntry {
  readonly access: ApiAccess
}

const NO_DESCRIPTIONS: Descriptions = { operations: {}, types: {} }

type Outcome = 'answer' | 'code'

const OUTCOMES: readonly { readonly name: Outcome; readonly title: string }[] = [
  { name: 'answer', title: 'Response' },
  { name: 'code', title: 'Code' },
]

/** One operation: its input and its response. */
export function OperationView({ api, operation, access }: Props): VNode {
  const desk = deskOf(api.name, operation)
  const link = useLink(api.name, desk)
  const [shown, setShown] = useState<Outcome>('answer')
  const [isConfirming, setConfirming] = useState(false)
  const last = desk.last.value
  const outcome = useSight<HTMLDivElement>(last)
  const descriptions = useLoaded(() => loadDescriptions(api.name), [api])
  const refusal = isReading(operation) ? undefined : connection.value?.readOnly
  usePage(operation)

  function send(): void {
    setShown('answer')
    void desk.send(access)
  }

  function confirmAndSend(): void {
    if (refusal) return
    const mustAsk = connection.value?.kind === 'cluster' && !isReading(operation) && !changesAreConfirmed.value
    if (mustAsk) setConfirming(true)
    else send()
  }

  const suggest = useCallback(
    async (name: string) => {
      const { suggestValues } = await import('./example/find-example.ts')
      return suggestValues(access, operation, name)
    },
    [access, operation],
  )

  function repeat(input: CallInput): void {
    desk.fill(input)
    if (desk.check()) confirmAndSend()
  }

  return (
    <DescriptionsContext.Provider value={descriptions.state === 'ready' ? descriptions.value : NO_DESCRIPTIONS}>
      <OperationHead api={api} operation={operation} />
      {link.problems.length > 0 && (
        <p class="notice notice-error" role="alert">
          Part of the link could not be read. {link.problems.join(' ')}
        </p>
      )}
      {link.withheld.length > 0 && (
        <p class="notice" role="status">
          The link does not include {link.withheld.join(', ')}: fill it in before you send.
        </p>
      )}
      <div class="operation-body">
        <SuggestContext.Provider value={suggest}>
          <InputForm
            desk={desk}
            onSend={confirmAndSend}
            refusal={refusal}
            onExample={async () => {
              const { findExample } = await import('./example/find-example.ts')
              desk.fill(await findExample(access, operation))
            }}
          />
        </SuggestContext.Provider>
        <div ref={outcome} class="operation-outcome" aria-busy={desk.runningSince.value !== undefined}>
          <div class="outcome-bar">
            <Choice label="Outcome" choices={OUTCOMES} chosen={shown} onChoose={(to) => setShown(to)} />
            <CopyButton label="Copy link" text={() => location.href} />
          </div>
          {shown === 'code' ? (
            <LazyTakeHome access={access} operation={operation} input={desk.given.value} />
          ) : desk.issues.value.length > 0 && last?.outcome.type !== 'error' ? (
            <p class="quiet">Fix the marked fields, then send the request.</p>
          ) : last ? (
            <AnswerView call={last} access={access} repeat={repeat} />
          ) : (
            <p class="quiet">Send the request to see its response.</p>
          )}
          <OperationReference operation={operation} />
        </div>
      </div>
      {isConfirming && (
        <ConfirmChange
          cluster={connection.value?.name ?? ''}
          operation={operation}
          onConfirm={send}
          onClose={() => setConfirming(false)}
        />
      )}
    </DescriptionsContext.Provider>
  )
}

/** Sets the page's title, scroll position and focus to the operation. */
function usePage({ id }: Operation): void {
  useEffect(() => {
    document.title = `${id} – Camunda 8 playground`
    scrollTo(0, 0)
    // After the palette, nothing has the focus. In the list, the focus stays; a fresh page starts at its top.
    const isNowhere = document.activeElement === document.body
    if (isNowhere && route.peek() !== firstRoute) document.querySelector<HTMLElement>('.operation h1')?.focus()
  }, [id])
}

/** Enough of a response to recognize it. */
const ENOUGH_PX = 200

/** Scrolls an element into view when its content changes, unless it is visible already. */
function useSight<T extends HTMLElement>(content: unknown): RefObject<T | null> {
  const element = useRef<T>(null)
  const seen = useRef(content)
  useEffect(() => {
    const top = element.current?.getBoundingClientRect().top ?? 0
    if (content !== seen.current && top > innerHeight - ENOUGH_PX) scrollBy(0, top - innerHeight / 2)
    seen.current = content
  }, [content])
  return element
}

interface TakeHomeProps {
  readonly access: ApiAccess
  readonly operation: Operation
  readonly input: CallInput
}

/** The call as code. The generator is loaded on first use. */
function LazyTakeHome(props: TakeHomeProps): VNode {
  const loaded = useLoaded(async () => (await import('../take-home/take-home-view.tsx')).TakeHomeView, [])
  if (loaded.state === 'failed') throw loaded.error
  if (loaded.state === 'loading') return <p class="loading">Loading …</p>
  const TakeHomeView = loaded.value
  return <TakeHomeView {...props} />
}
