import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { messageOf } from '../message-of.ts'
import { route } from '../routing/route.ts'
import { CredentialsSection } from './credentials-section.tsx'
import { OpenedApis } from './opened-apis.tsx'
import { connection, useEmbedded, useProxy } from './state.ts'

/** What the page talks to, and with which credentials. */
export function ConnectView(): VNode {
  const asked = route.value.parameters.proxy
  const [mode, setMode] = useState(asked === undefined ? (connection.value?.mode ?? 'embedded') : 'proxy')
  const [path, setPath] = useState(asked ?? '/camunda')
  const [problem, setProblem] = useState<string>()

  async function connect(event: Event): Promise<void> {
    event.preventDefault()
    setProblem(undefined)
    try {
      if (mode === 'proxy') useProxy(path)
      else await useEmbedded()
    } catch (error) {
      setProblem(messageOf(error))
    }
  }

  return (
    <div class="connect">
      <h1>Connect</h1>
      <form class="connect-form" onSubmit={connect}>
        <fieldset class="modes">
          <legend>What to talk to</legend>
          <label class="mode">
            <input type="radio" name="mode" checked={mode === 'embedded'} onChange={() => setMode('embedded')} />
            <strong>Embedded Camunda</strong>
            <span>Runs in this browser, with sample data, for all of its tabs. Nothing leaves the browser.</span>
          </label>
          <label class="mode">
            <input type="radio" name="mode" checked={mode === 'proxy'} onChange={() => setMode('proxy')} />
            <strong>A service behind a proxy</strong>
            <span>
              Camunda takes no calls from web pages, and a secret must not reach one: an <code>@x/proxy</code> on this
              page’s own host keeps it. <code>npm start -- --credentials FILE</code> brings one.
            </span>
          </label>
        </fieldset>
        {mode === 'proxy' && (
          <label class="field">
            Path of the proxy on {location.host}
            <input
              value={path}
              required
              spellcheck={false}
              onInput={({ currentTarget }) => setPath(currentTarget.value)}
            />
          </label>
        )}
        {problem !== undefined && (
          <p class="notice notice-error" role="alert">
            {problem}
          </p>
        )}
        <p>
          <button type="submit">{mode === 'proxy' ? 'Connect through the proxy' : 'Connect'}</button>
        </p>
      </form>
      {connection.value && <OpenedApis connection={connection.value} />}
      <CredentialsSection />
    </div>
  )
}
