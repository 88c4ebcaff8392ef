import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Choice } from '../ui/choice.tsx'
import type { Desk } from './desk.ts'
import { FieldView } from './form/field-view.tsx'
import { focusFirstIssue } from './form/focus-first-issue.ts'
import { FormIssues } from './form/form-context.ts'
import { JsonEditor } from './form/json-editor.tsx'
import { Members } from './form/object-field.tsx'
import type { InputShape } from './form/operation-input.ts'
import { drawn, isObject } from './form/shape.ts'
import { SendBar } from './send-bar.tsx'

interface Props {
  readonly desk: Desk
  /** The reason why it must not be sent; undefined if it may. */
  readonly refusal: string | undefined
  onSend(): void
  /** Fills in an example. Resolves when that is done. */
  onExample(): Promise<void>
}

const MODES = [
  { name: 'form', title: 'Form' },
  { name: 'json', title: 'JSON' },
] as const

/** The input of an operation, as a form or as JSON. */
export function InputForm({ desk, refusal, onSend, onExample }: Props): VNode {
  const { fields } = desk
  const form = useRef<HTMLFormElement>(null)
  const [isLooking, setLooking] = useState(false)
  const mode = desk.json.value === undefined ? 'form' : 'json'

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
      if (isSend && !event.defaultPrevented && !document.querySelector('dialog[open]')) form.current?.requestSubmit()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])

  function submit(event: Event): void {
    event.preventDefault()
    if (desk.check()) onSend()
    // After the messages are rendered, so that they are announced.
    else requestAnimationFrame(() => focusFirstIssue(form.current))
  }

  return (
    <form ref={form} class="input-form" noValidate onSubmit={submit}>
      <FormIssues.Provider value={desk.issues.value}>
        {(fields.params.length > 0 || fields.input) && (
          <div class="input-tools">
            {fields.input && (
              <Choice
                label="Input format"
                choices={MODES}
                chosen={mode}
                onChoose={(to) => desk.setMode(to) || document.getElementById('raw-json')?.focus()}
              />
            )}
            <button
              type="button"
              aria-disabled={isLooking}
              onClick={async () => {
                setLooking(true)
                try {
                  await onExample()
                } finally {
                  setLooking(false)
                }
              }}
            >
              {isLooking ? 'Finding an example …' : 'Use an example'}
            </button>
            <button type="button" onClick={desk.clear}>
              Clear
            </button>
          </div>
        )}
        {fields.params.length > 0 && (
          <fieldset class="fields">
            <legend>Path</legend>
            {fields.params.map(({ name, shape }) => (
              <FieldView
                key={name}
                shape={shape}
                path={['params', name]}
                label={name}
                isRequired={true}
                value={desk.given.value.params[name]}
                onChange={(value) => desk.setParam(name, value === undefined ? '' : String(value))}
              />
            ))}
          </fieldset>
        )}
        {fields.input && <Input desk={desk} input={fields.input} />}
      </FormIssues.Provider>
      <SendBar desk={desk} refusal={refusal} />
    </form>
  )
}

function Input({ desk, input }: { readonly desk: Desk; readonly input: InputShape }): VNode {
  const { title, path } = input
  const shape = drawn(input.shape)
  const value = desk.given.value.input
  const props = { path, label: title, isRequired: true, value, onChange: desk.setInput }
  return (
    <fieldset class="fields">
      <legend>{title}</legend>
      {desk.json.value !== undefined ? (
        <JsonEditor desk={desk} input={input} />
      ) : shape.kind === 'object' && isObject(value) ? (
        <Members shape={shape} {...props} />
      ) : (
        <FieldView shape={shape} {...props} />
      )}
    </fieldset>
  )
}
