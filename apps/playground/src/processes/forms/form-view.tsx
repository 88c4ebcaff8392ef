import { Fragment, type VNode } from 'preact'
import { useId } from 'preact/hooks'
import { Prose } from '../../explore/prose.tsx'
import type { Component, EvaluatedForm, Failure } from './evaluate-form.ts'
import { FormControl } from './form-control.tsx'
import { isInput } from './form-model.ts'

interface Props {
  readonly form: EvaluatedForm
  /** Components that are not supported. */
  readonly unsupported: readonly string[]
  readonly problems: ReadonlyMap<string, string>
  onInput(key: string, value: unknown): void
}

/** A Camunda form with values. */
export function FormView(props: Props): VNode {
  const { form, unsupported } = props
  return (
    <div class="camunda-form">
      <Components {...props} components={form.components} />
      {unsupported.length > 0 && (
        <p class="quiet">
          Only Tasklist shows all of this form. Not shown here: {unsupported.join(', ')}. In JSON you can set every
          variable.
        </p>
      )}
    </div>
  )
}

function Components({ components, ...props }: Props & { readonly components: readonly Component[] }): VNode {
  return (
    <>
      {components.map((component) => (
        <Fragment key={component.id}>
          <Shown {...props} component={component} />
          <Failures of={component.failures} />
        </Fragment>
      ))}
    </>
  )
}

function Shown({ component, ...props }: Props & { readonly component: Component }): VNode | null {
  const { type, label, text, components } = component
  switch (type) {
    case 'group':
      return (
        <fieldset>
          {label && <legend>{label}</legend>}
          <Components {...props} components={components} />
        </fieldset>
      )
    case 'text':
      return <Text text={text} />
    case 'separator':
      return <hr />
    default:
      return isInput(component) ? <Field {...props} component={component} /> : null
  }
}

function Failures({ of }: { readonly of: readonly Failure[] }): VNode {
  return (
    <>
      {of.map(({ expression, message }, index) => (
        <p key={index} class="bad">
          The expression <code>{expression}</code> could not be evaluated: {message}
        </p>
      ))}
    </>
  )
}

/** Markdown with headings, paragraphs, bold text and code. */
function Text({ text }: { readonly text: string }): VNode {
  return (
    <>
      {text.split(/\n+/).map((line) => {
        const [, heading] = /^#+\s+(.*)/.exec(line) ?? []
        return heading === undefined ? (
          <p key={line}>
            <Prose text={line} />
          </p>
        ) : (
          <h3 key={line}>{heading}</h3>
        )
      })}
    </>
  )
}

function Field({
  component,
  form: { values },
  problems,
  onInput,
}: Props & { readonly component: Component }): VNode | null {
  const id = useId()
  const { key, label, description, type, rules } = component
  if (key === undefined) return null
  const problem = problems.get(key)
  const isGroup = type === 'radio' || type === 'checklist' || type === 'taglist'
  const about = [description && `${id}-about`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined
  const control = (
    <FormControl
      id={id}
      component={component}
      value={values[key]}
      about={about}
      isInvalid={problem !== undefined}
      onInput={(value) => onInput(key, value)}
    />
  )
  const name = (
    <>
      {label}
      {rules.required && <span aria-hidden="true"> *</span>}
    </>
  )
  const notes = (
    <>
      {description && (
        <span id={`${id}-about`} class="quiet">
          {description}
        </span>
      )}
      {problem !== undefined && (
        <span id={`${id}-problem`} class="bad">
          {problem}
        </span>
      )}
    </>
  )
  if (isGroup) {
    return (
      <fieldset class="field options" aria-describedby={about}>
        <legend>{name}</legend>
        {control}
        {notes}
      </fieldset>
    )
  }
  return (
    <div class={type === 'checkbox' ? 'field check' : 'field'}>
      <label for={id}>{name}</label>
      {control}
      {notes}
    </div>
  )
}
