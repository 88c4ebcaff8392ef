import type { VNode } from 'preact'
import type { Exchange } from '../../calls/exchange.ts'
import { Colored } from '../../ui/colored/colored.tsx'
import { durationText, sizeText } from './quantity.ts'
import { statusText } from './status-reason.ts'

/** The HTTP requests with their responses, without tokens and cookies. */
export function ExchangeDetails({ exchanges }: { readonly exchanges: readonly Exchange[] }): VNode {
  return (
    <details class="exchanges">
      <summary>{exchanges.length === 1 ? 'HTTP request' : `${exchanges.length} HTTP requests`}</summary>
      <ol>
        {exchanges.map((exchange, index) => (
          <li key={index}>
            <OneExchange exchange={exchange} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function OneExchange({ exchange }: { readonly exchange: Exchange }): VNode {
  const { method, url, status, durationMs, bytes, requestHeaders, requestBody, responseHeaders } = exchange
  return (
    <>
      <p>
        <code>
          {method} {url}
        </code>
      </p>
      <p class="quiet">
        {status === undefined ? 'No response' : statusText(status)} · {durationText(durationMs)} · {sizeText(bytes)}
      </p>
      <Headers title="Request headers" headers={requestHeaders} />
      {requestBody !== undefined && (
        <>
          <h3>Request body</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard */}
          <pre tabIndex={0}>
            <Colored text={requestBody} language="json" />
          </pre>
        </>
      )}
      {responseHeaders.length > 0 && <Headers title="Response headers" headers={responseHeaders} />}
    </>
  )
}

interface HeadersProps {
  readonly title: string
  readonly headers: Exchange['requestHeaders']
}

function Headers({ title, headers }: HeadersProps): VNode {
  return (
    <>
      <h3>{title}</h3>
      <dl class="members">
        {headers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
