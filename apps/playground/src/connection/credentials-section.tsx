import { explainCredentials } from '@x/env/explain'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useLoaded } from '../ui/use-loaded.ts'
import { credentialsText, keepsCredentials } from './credentials-text.ts'
import { ExplainedCredentials } from './explained-credentials.tsx'
import { embeddedCamunda, isOfEmbedded, useEmbedded } from './state.ts'

/** Longer is no file of credentials, and would only make the page slow. */
const MAX_BYTES = 256 * 1024

/** Takes a file of credentials, explains it, and connects with it where that can be. */
export function CredentialsSection(): VNode {
  const [problem, setProblem] = useState<string>()
  const text = credentialsText.value

  async function take(file: File | undefined): Promise<void> {
    setProblem(undefined)
    if (!file) return
    if (file.size > MAX_BYTES) setProblem(`${file.name} is too long for a file of credentials.`)
    else credentialsText.value = await file.text()
  }

  return (
    <section aria-labelledby="credentials">
      <h2 id="credentials">Credentials file</h2>
      <p>
        The file that Camunda’s Console offers when a client is made. It is read here, and stays in the memory of this
        tab: nothing is sent anywhere.
      </p>
      {text === undefined ? (
        <div class="drop">
          <label class="field">
            Drop the file here, or paste its text
            <textarea
              rows={4}
              spellcheck={false}
              autocomplete="off"
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault()
                void take(event.dataTransfer?.files[0])
              }}
              onInput={({ currentTarget }) => {
                credentialsText.value = currentTarget.value
              }}
            />
          </label>
          <div class="row">
            <label class="button">
              Choose a file
              <input
                type="file"
                class="visually-hidden"
                onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
              />
            </label>
            <button
              type="button"
              onClick={async () => {
                credentialsText.value = await (await embeddedCamunda()).ask('credentialsFile', 'both')
              }}
            >
              Show me one of the embedded Camunda
            </button>
          </div>
        </div>
      ) : (
        <GivenCredentials text={text} />
      )}
      {problem !== undefined && (
        <p class="notice notice-error" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}

function GivenCredentials({ text }: { readonly text: string }): VNode {
  const explanation = explainCredentials(text)
  const isEmbedded = useLoaded(() => isOfEmbedded(text), [text])
  return (
    <>
      <div class="row">
        {explanation.credentials && isEmbedded.state === 'ready' && isEmbedded.value && (
          <button type="button" onClick={() => void useEmbedded()}>
            Connect with it
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            credentialsText.value = undefined
          }}
        >
          Forget it
        </button>
        <label>
          <input
            type="checkbox"
            checked={keepsCredentials.value}
            onChange={({ currentTarget }) => {
              keepsCredentials.value = currentTarget.checked
            }}
          />{' '}
          Keep it, secret included, in this tab’s session storage: a reload finds it, closing the tab forgets it
        </label>
      </div>
      {explanation.credentials && isEmbedded.state === 'ready' && !isEmbedded.value && (
        <p class="notice">
          It opens a real Camunda, which a page cannot call. Run <code>npm start -- --credentials FILE</code>, and
          connect through the proxy that it brings.
        </p>
      )}
      <ExplainedCredentials explanation={explanation} />
    </>
  )
}
