import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ApiAccess } from '../../../calls/api-access.ts'
import type { Call, CallInput } from '../../../calls/call.ts'
import { allPagesOf, startAllPages, stopAllPages } from './all-pages.ts'
import { canLoadAll } from './load-all.ts'
import { type Page, pageOf } from './page.ts'
import { allPagesText, pageText } from './page-text.ts'
import { type Before, before, rememberPage } from './page-trail.ts'

interface Props {
  readonly call: Call
  readonly access: ApiAccess
  repeat(input: CallInput): void
}

/** The position of a page in its list, with buttons for the previous page, the next one, and all. */
export function Pager({ call, access, repeat }: Props): VNode | null {
  // When another response is opened, the rest of the previous one is no longer needed.
  useEffect(() => stopAllPages(call), [call])
  const trail = before(call)
  const page = pageOf(call, trail?.offset)
  if (!page) return null
  const loaded = allPagesOf(call).value
  const isLoading = loaded?.state === 'loading'
  const text = loaded ? allPagesText(loaded, page) : pageText(page)
  const isWhole = page.offset === 0 && !page.next && !trail
  return (
    <div class="pager">
      <p class="pager-place" aria-hidden="true">
        {text}
      </p>
      {/* The same for those who listen, but for each step of the progress. */}
      <p class="visually-hidden" role="status">
        {isLoading ? '' : text}
      </p>
      {isLoading && (
        <>
          <progress aria-label="Items" value={loaded.items.length} max={page.total} />
          <button type="button" onClick={() => stopAllPages()}>
            Stop
          </button>
        </>
      )}
      {!isLoading && !isWhole && loaded?.state !== 'complete' && (
        <WaysOn call={call} access={access} repeat={repeat} page={page} trail={trail} />
      )}
    </div>
  )
}

interface WaysOnProps extends Props {
  readonly page: Page
  readonly trail: Before | undefined
}

function WaysOn({ call, access, repeat, page, trail }: WaysOnProps): VNode {
  const { next, offset = 0, count } = page

  function goOn(input: CallInput): void {
    rememberPage(call, input, { offset: offset + count, input: call.input })
    repeat(input)
  }

  return (
    <>
      {trail && (
        <button type="button" onClick={() => repeat(trail.input)}>
          Previous page
        </button>
      )}
      <button type="button" disabled={!next} onClick={() => next && goOn(next)}>
        Next page
      </button>
      {canLoadAll(call.operation) && (
        <button type="button" onClick={() => startAllPages(access, call)}>
          Load all
        </button>
      )}
    </>
  )
}
