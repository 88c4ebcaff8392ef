import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Choice } from '../../ui/choice.tsx'
import { type EvaluatedForm, evaluateForm } from '../forms/evaluate-form.ts'
import { type FormValues, findProblems, initialValues, toVariables, type Variables } from '../forms/form-values.ts'
import { FormView } from '../forms/form-view.tsx'
import type { Form } from '../forms/load-form.ts'
import { readVariables, VariablesField } from './variables-field.tsx'

interface Props {
  /** Purpose of the variables. */
  readonly label: string
  /** The Camunda form for them; undefined if there is none. */
  readonly form: Form | undefined
  /** Initial values of the form. */
  readonly known: Variables
  /** Called with undefined while the input is incomplete or invalid. */
  onInput(variables: Variables | undefined): void
}

/** Variables to start or complete something with, entered in its form or as JSON. */
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

  /** The JSON view continues with the values of the form; the form keeps its own values. */
  function choose(to: 'form' | 'json'): void {
    if (!form) return
    const chosen = evaluate(form, values, known)
    if (to === 'json') setText(JSON.stringify(toVariables(chosen), null, 2))
    setMode(to)
    onInput(to === 'form' ? variablesOf(chosen) : toVariables(chosen))
  }
}

/** Returns what a form sends without any input; undefined if a required value is missing. */
export function variablesAtFirst(form: Form | undefined, known: Variables): Variables | undefined {
  return form ? variablesOf(evaluate(form, initialValues(form.model, known), known)) : {}
}

function evaluate({ model, feel }: Form, values: FormValues, known: Variables): EvaluatedForm {
  return evaluateForm(model, values, known, feel)
}

/** Undefined while the input is incomplete or invalid. */
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
