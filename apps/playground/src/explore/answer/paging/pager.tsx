import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ApiAccess } from '../../../connection/connection.ts'
import type { Call, CallInput } from '../../call.ts'
import { canLoadAll, type Loaded, loadAll } from './load-all.ts'
import { pageOf } from './page.ts'
import { loadedText, pageText } from './page-text.ts'
import { before, rememberPage } from './page-trail.ts'

interface Props {
  readonly call: Call
  readonly access: ApiAccess
  repeat(input: CallInput): void
  /** What there is of all pages, where somebody asked for them. */
  readonly loaded: Loaded | undefined
  onLoaded(loaded: Loaded): void
}

/** Where a page lies in its list, and the ways on: the page before, the next, or all of them. */
export function Pager({ call, access, repeat, loaded, onLoaded }: Props): VNode | null {
  const trail = before(call)
  const page = pageOf(call, trail?.offset)
  const [hasAll, setHasAll] = useState(false)
  const [running, setRunning] = useState<AbortController>()
  useEffect(() => void canLoadAll(access, call.operation).then(setHasAll), [access, call.operation])
  // Who goes on to another answer does not want the rest of this one.
  useEffect(() => () => running?.abort(), [call, running])
  if (!page) return null
  const { next, offset = 0, count, total } = page

  function goOn(input: CallInput): void {
    rememberPage(call, input, { offset: offset + count, input: call.input })
    repeat(input)
  }

  async function start(): Promise<void> {
    const controller = new AbortController()
    setRunning(controller)
    onLoaded({ items: [], requests: 0, state: 'loading' })
    onLoaded(await loadAll(access, call.operation, call.input, onLoaded, controller.signal))
    setRunning(undefined)
  }

  const isWhole = offset === 0 && !next && !trail
  return (
    <div class="pager">
      <p role="status">{loaded ? loadedText(loaded, page) : pageText(page)}</p>
      {running && (
        <>
          <progress aria-label="Items" value={loaded?.items.length ?? 0} max={total} />
          <button type="button" onClick={() => running.abort()}>
            Stop
          </button>
        </>
      )}
      {!running && !isWhole && (
        <>
          {trail && (
            <button type="button" onClick={() => repeat(trail.input)}>
              Previous page
            </button>
          )}
          <button type="button" disabled={!next} onClick={() => next && goOn(next)}>
            Next page
          </button>
          {hasAll && loaded?.state !== 'complete' && (
            <button type="button" onClick={start}>
              Load all
            </button>
          )}
        </>
      )}
    </div>
  )
}
