import type { VNode } from 'preact'
import type { TokenCache } from '../connection/connection.ts'
import { type HeldToken, hasFailed, heldTokenKey, heldTokens } from '../recording/held-token.ts'
import { decodeClaims } from './decode-claims.ts'

interface Props {
  readonly cache: TokenCache
  readonly audience: string | undefined
  readonly now: number
}

/** The cached token of one audience: its lifetime and its claims, never the token itself. */
export function HeldTokenCard({ cache, audience, now }: Props): VNode {
  const token = heldTokens.value.get(heldTokenKey(cache.credentials, audience))
  const left = (token?.expiresAt ?? 0) - now
  const isBad = token ? token.isRejected : hasFailed(cache.credentials, audience)
  const claims = token && decodeClaims(token.accessToken)
  return (
    <article class="held">
      <h3>{audience ?? 'no audience'}</h3>
      <p class="quiet">
        client <code>{cache.clientId}</code>
      </p>
      {token && left > 0 && !token.isRejected ? (
        <>
          <p>
            <meter min={0} max={60_000} low={6_000} value={left} aria-label="Time left" /> expires in{' '}
            {formatSeconds(left)}
          </p>
          <details>
            <summary>Claims</summary>
            {claims ? (
              <dl class="claims">
                {Object.entries(claims).map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{describeClaim(name, value)}</dd>
                  </div>
                ))}
              </dl>
            ) : (
              <p>Opaque: only the server can read it.</p>
            )}
          </details>
        </>
      ) : (
        <p class={isBad ? 'bad' : undefined}>{stateText(token, isBad)}</p>
      )}
    </article>
  )
}

function stateText(token: HeldToken | undefined, isBad: boolean): string {
  if (!token) return isBad ? 'None: the last request for one failed.' : 'None yet. The first call requests one.'
  return isBad ? 'Rejected by the API. The next call requests a new one.' : 'Expired. The next call requests a new one.'
}

function formatSeconds(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Times of a JWT are in seconds since the epoch. */
function describeClaim(name: string, value: unknown): string {
  if (typeof value === 'number' && /^(exp|iat|nbf)$/.test(name)) return new Date(value * 1000).toLocaleTimeString()
  return typeof value === 'string' ? value : JSON.stringify(value)
}
