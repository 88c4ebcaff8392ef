import type { ProcessDefinition } from '@x/camunda'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { useLoaded } from '../../ui/use-loaded.ts'
import { ActionButton } from '../actions/action-button.tsx'
import { startInstance } from '../actions/step.ts'
import { addresses } from '../addresses.ts'
import { titleOf } from '../definitions.ts'
import type { Variables } from '../forms/form-values.ts'
import { type Form, loadStartForm } from '../forms/load-form.ts'
import { problemOf } from '../problem-of.ts'
import { VariablesInput, variablesAtFirst } from './variables-input.tsx'

interface Props {
  readonly cluster: Cluster
  readonly definition: ProcessDefinition
}

/** Starts an instance of a version with variables, then opens it. */
export function StartInstance({ cluster, definition }: Props): VNode {
  const { processDefinitionKey, version } = definition
  const [variables, setVariables] = useState<Variables>()
  return (
    <ActionButton
      cluster={cluster}
      label="Start instance"
      title={`Start ${titleOf(definition)}, version ${version},`}
      about="The instance runs until it waits for a job, a task, a message or a timer."
      steps={variables ? [startInstance(cluster, processDefinitionKey, variables)] : []}
      onDone={([created]) => {
        const { processInstanceKey } = created as { readonly processInstanceKey: string }
        location.hash = addresses.instance(processInstanceKey, processDefinitionKey)
      }}
    >
      <StartForm cluster={cluster} definition={definition} onInput={setVariables} />
    </ActionButton>
  )
}

interface StartFormProps extends Props {
  onInput(variables: Variables | undefined): void
}

/** The start form of the process, or a field for JSON. Loaded when needed. */
function StartForm({ cluster, definition: { processDefinitionKey }, onInput }: StartFormProps): VNode {
  const loaded = useLoaded(
    async (signal) => {
      let form: Form | undefined
      try {
        form = await loadStartForm(cluster, processDefinitionKey, signal)
        return form
      } finally {
        onInput(variablesAtFirst(form, {}))
      }
    },
    [cluster, processDefinitionKey],
  )
  if (loaded.state === 'loading') return <p class="quiet">Loading the form …</p>
  return (
    <>
      {loaded.state === 'failed' && <p class="bad">The form could not be loaded. {problemOf(loaded.error)}</p>}
      <VariablesInput
        label="Variables"
        form={loaded.state === 'ready' ? loaded.value : undefined}
        known={{}}
        onInput={onInput}
      />
    </>
  )
}
