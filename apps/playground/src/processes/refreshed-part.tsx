import type { ComponentChildren, VNode } from 'preact'
import { problemOf } from './problem-of.ts'
import { refresh } from './refreshes.ts'
import type { Refreshed } from './use-refreshed.ts'

interface Props<T> {
  /** Name of what is loaded, for messages: "The instances". */
  readonly what: string
  readonly of: Refreshed<T>
  readonly children: (value: T) => ComponentChildren
}

/** A part of the page that shows loaded data, a loading message, or why loading failed. */
export function RefreshedPart<T>({ what, of: { value, error }, children }: Props<T>): VNode {
  return (
    <>
      {error !== undefined && (
        <div class="notice notice-error" role="alert">
          <p>
            {what} could not be loaded. {problemOf(error)}
          </p>
          <button type="button" onClick={refresh}>
            Try again
          </button>
        </div>
      )}
      {value === undefined ? error === undefined && <p class="loading">Loading …</p> : children(value)}
    </>
  )
}
