import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Choice } from '../../ui/choice.tsx'
import { type EvaluatedForm, evaluateForm } from '../forms/evaluate-form.ts'
import { type FormValues, findProblems, initialValues, toVariables, type Variables } from '../forms/form-values.ts'
import { FormView } from '../forms/form-view.tsx'
import type { Form } from '../forms/load-form.ts'
import { readVariables, VariablesField } from './variables-field.tsx'

interface Props {
  /** What the variables are for. */
  readonly label: string
  /** The form that Camunda has for them; undefined where it has none. */
  readonly form: Form | undefined
  /** What the form shows at first. */
  readonly known: Variables
  /** Called with undefined while something is missing or wrong. */
  onInput(variables: Variables | undefined): void
}

/** Variables to start or complete something with: by the form that is made for it, or as JSON. */
export function VariablesInput({ label, form, known, onInput }: Props): VNode {
  const [mode, setMode] = useState(form ? 'form' : 'json')
  const [text, setText] = useState('{}')
  const [values, setValues] = useState(() => (form ? initialValues(form.model, known) : {}))

  if (!form || mode === 'json') {
    return (
      <>
        {form && <Modes chosen="json" onChoose={choose} />}
        <VariablesField
          label={label}
          text={text}
          onInput={(to) => {
            setText(to)
            onInput(readVariables(to))
          }}
        />
      </>
    )
  }
  const evaluated = evaluate(form, values, known)
  return (
    <>
      <Modes chosen="form" onChoose={choose} />
      <FormView
        form={evaluated}
        unsupported={form.model.unsupported}
        problems={findProblems(evaluated)}
        onInput={(key, value) => {
          const changed = { ...evaluated.values, [key]: value }
          setValues(changed)
          onInput(variablesOf(evaluate(form, changed, known)))
        }}
      />
    </>
  )

  /** JSON goes on with what the form has; the form, with what it had. */
  function choose(to: 'form' | 'json'): void {
    if (!form) return
    const chosen = evaluate(form, values, known)
    if (to === 'json') setText(JSON.stringify(toVariables(chosen), null, 2))
    setMode(to)
    onInput(to === 'form' ? variablesOf(chosen) : toVariables(chosen))
  }
}

/** What a form sends before anything is typed; undefined while something that it requires is missing. */
export function variablesAtFirst(form: Form | undefined, known: Variables): Variables | undefined {
  return form ? variablesOf(evaluate(form, initialValues(form.model, known), known)) : {}
}

function evaluate({ model, feel }: Form, values: FormValues, known: Variables): EvaluatedForm {
  return evaluateForm(model, values, known, feel)
}

/** Undefined while something is missing or wrong. */
function variablesOf(form: EvaluatedForm): Variables | undefined {
  return findProblems(form).size > 0 ? undefined : toVariables(form)
}

interface ModesProps {
  readonly chosen: 'form' | 'json'
  onChoose(mode: 'form' | 'json'): void
}

function Modes({ chosen, onChoose }: ModesProps): VNode {
  return (
    <Choice
      label="Variables as form or JSON"
      choices={[
        { name: 'form', title: 'Form' },
        { name: 'json', title: 'JSON' },
      ]}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}
