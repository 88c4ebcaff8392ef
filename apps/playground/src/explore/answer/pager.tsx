import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ApiAccess } from '../../connection/connection.ts'
import type { Call, CallInput } from '../call.ts'
import { canLoadAll, type Loaded, loadAll } from './load-all.ts'
import { before, rememberPage } from './page-trail.ts'
import { type Page, pageOf } from './paging.ts'

interface Props {
  readonly call: Call
  readonly access: ApiAccess
  repeat(input: CallInput): void
  /** What there is of all pages; told again whenever that changes. */
  onLoaded(loaded: Loaded): void
  readonly loaded: Loaded | undefined
}

/** Where a page lies in its list, and the ways on: the page before, the next, or all of them. */
export function Pager({ call, access, repeat, onLoaded, loaded }: Props): VNode | null {
  const trail = before(call)
  const page = pageOf(call, trail?.offset)
  const [hasAll, setHasAll] = useState(false)
  const [running, setRunning] = useState<AbortController>()
  useEffect(() => void canLoadAll(access, call.operation).then(setHasAll), [access, call.operation])
  // Who goes on to another answer does not want the rest of this one.
  useEffect(() => () => running?.abort(), [call, running])
  if (!page) return null

  function goOn(next: CallInput): void {
    rememberPage(call, next, { offset: (page?.offset ?? 0) + (page?.count ?? 0), input: call.input })
    repeat(next)
  }

  async function start(): Promise<void> {
    const controller = new AbortController()
    setRunning(controller)
    onLoaded(await loadAll(access, call.operation, call.input, onLoaded, controller.signal))
    setRunning(undefined)
  }

  const { next } = page
  return (
    <div class="pager">
      <p role="status">{loaded ? loadedText(loaded, page) : placeText(page)}</p>
      {running ? (
        <>
          <progress aria-label="Items" value={loaded?.items.length ?? 0} max={page.total} />
          <button type="button" onClick={() => running.abort()}>
            Stop
          </button>
        </>
      ) : (
        <>
          {trail && (
            <button type="button" onClick={() => repeat(trail.input)}>
              Previous page
            </button>
          )}
          <button type="button" disabled={!next} onClick={() => next && goOn(next)}>
            Next page
          </button>
          {hasAll && (
            <button type="button" onClick={start}>
              Load all
            </button>
          )}
        </>
      )}
    </div>
  )
}

const number = (count: number): string => count.toLocaleString('en')

function placeText({ count, total, offset }: Page): string {
  const of = total === undefined ? '' : ` of ${number(total)}`
  if (count === 0) return `No items${of && `, ${number(total ?? 0)} in all`}`
  return offset === undefined
    ? `${number(count)} items${of}`
    : `Items ${number(offset + 1)} to ${number(offset + count)}${of}`
}

function loadedText({ items, state }: Loaded, { total }: Page): string {
  const count = `${number(items.length)}${total === undefined ? '' : ` of ${number(Math.max(total, items.length))}`} items`
  if (state === 'loading') return `Loading, ${count}`
  if (state === 'complete') return `All ${number(items.length)} items`
  return state === 'stopped' ? `Stopped at ${count}` : `Failed at ${count}`
}
