import type { VNode } from 'preact'
import { messageOf } from '../message-of.ts'
import { connectAtStart, useSample } from './state.ts'

/** Shown without a connection: the reason, and what to do. */
export function NotConnected({ problem }: { readonly problem: unknown }): VNode {
  return (
    <div class="notice notice-error" role="alert">
      <h1>Not connected</h1>
      <p>{messageOf(problem)}</p>
      <p class="buttons">
        <button type="button" onClick={() => void connectAtStart()}>
          Try again
        </button>
        <button type="button" onClick={() => void useSample()}>
          Use sample data
        </button>
      </p>
    </div>
  )
}
