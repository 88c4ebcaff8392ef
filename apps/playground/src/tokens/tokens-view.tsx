import type { VNode } from 'preact'
import { activities } from './activity.ts'

/** What the token caches did. */
export function TokensView(): VNode {
  return (
    <>
      <h1>Tokens</h1>
      <ol class="activities">
        {activities.value.map(({ time, credentials, event }) => (
          <li key={`${time} ${event.type}`}>
            <time dateTime={new Date(time).toISOString()}>{new Date(time).toLocaleTimeString()}</time> {credentials}:{' '}
            {event.type}
          </li>
        ))}
      </ol>
    </>
  )
}
