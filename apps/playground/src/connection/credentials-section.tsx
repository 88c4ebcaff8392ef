import { explainCredentials } from '@x/env/explain'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { credentialsText, keepsCredentials } from './credentials-text.ts'
import { ExplainedCredentials } from './explained-credentials.tsx'
import { embeddedCamunda, isOfEmbedded, useSample } from './state.ts'

/** A larger file is not a credentials file, and would only slow down the page. */
const MAX_BYTES = 256 * 1024

/** Reads a credentials file, explains it line by line, and uses it if possible. */
export function CredentialsSection(): VNode {
  const [problem, setProblem] = useState<string>()
  const text = credentialsText.value
  const explanation = text === undefined ? undefined : explainCredentials(text)

  async function read(file: File | undefined): Promise<void> {
    setProblem(undefined)
    if (!file) return
    if (file.size > MAX_BYTES) setProblem(`${file.name} is too large for a credentials file.`)
    else credentialsText.value = await file.text()
  }

  return (
    <section aria-labelledby="credentials">
      <h2 id="credentials">Check a credentials file</h2>
      <p>
        Paste the file that Console offers when you create an API client. It is read in this tab and sent nowhere, and
        it does not change what this page is connected to.
      </p>
      {explanation?.credentials ? (
        <UsableFile text={text ?? ''} />
      ) : (
        <div class="drop">
          <label class="field">
            Drop the file here, or paste its text
            <textarea
              rows={6}
              spellcheck={false}
              autocomplete="off"
              value={text ?? ''}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault()
                void read(event.dataTransfer?.files[0])
              }}
              onInput={({ currentTarget }) => {
                credentialsText.value = currentTarget.value === '' ? undefined : currentTarget.value
              }}
            />
          </label>
          <div class="row">
            <label class="button">
              Choose a file
              <input
                type="file"
                class="visually-hidden"
                onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
              />
            </label>
            <button
              type="button"
              onClick={async () => {
                credentialsText.value = await (await embeddedCamunda()).ask('credentialsFile', 'both')
              }}
            >
              Load a sample file
            </button>
          </div>
        </div>
      )}
      {problem !== undefined && (
        <p class="notice notice-error" role="alert">
          {problem}
        </p>
      )}
      {explanation && <ExplainedCredentials explanation={explanation} />}
    </section>
  )
}

function UsableFile({ text }: { readonly text: string }): VNode {
  const isEmbedded = isOfEmbedded(text)
  return (
    <>
      <div class="row">
        {isEmbedded && (
          <button type="button" onClick={() => void useSample()}>
            Use these credentials
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            credentialsText.value = undefined
          }}
        >
          Remove
        </button>
        <label>
          <input
            type="checkbox"
            checked={keepsCredentials.value}
            onChange={({ currentTarget }) => {
              keepsCredentials.value = currentTarget.checked
            }}
          />{' '}
          Keep it, secret included, in this tab’s session storage until the tab is closed
        </label>
      </div>
      {!isEmbedded && (
        <p class="notice">
          This file is for a real Camunda, which accepts no calls from web pages. Save it, and run{' '}
          <code>npm start -- --credentials FILE</code>: it starts a proxy, and opens this page connected to that
          Camunda.
        </p>
      )}
    </>
  )
}
