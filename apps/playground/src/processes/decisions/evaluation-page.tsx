import type { DecisionInstanceDetails } from '@x/camunda'
import type { VNode } from 'preact'
import type { Cluster } from '../../connection/connection.ts'
import { addresses } from '../addresses.ts'
import { Breadcrumbs } from '../breadcrumbs.tsx'
import { TableFrame } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { StateLabel } from '../state-label.tsx'
import { Timestamp } from '../timestamp.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { DecisionTable } from './decision-table.tsx'
import { decisionTitle, type LoadedEvaluation, loadEvaluation } from './load-decision.ts'

interface Props {
  readonly cluster: Cluster
  readonly id: string
}

/** One evaluation of a decision: its inputs, the matched rules, and its outputs. */
export function EvaluationPage({ cluster, id }: Props): VNode {
  const loaded = useRefreshed((signal) => loadEvaluation(cluster, id, signal), [cluster, id])
  const definition = loaded.value?.decision?.definition
  useTitle(`Evaluation ${id}`)
  const crumbs = [{ title: 'Decisions', address: addresses.decisions() }]
  if (definition) {
    const title = `${decisionTitle(definition)}, version ${definition.version}`
    crumbs.push({ title, address: addresses.decision(definition.decisionDefinitionKey) })
  }
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <h1>
        Evaluation <span class="key">{id}</span>
      </h1>
      <RefreshedPart what="The evaluation" of={loaded}>
        {(value) => <Evaluation loaded={value} />}
      </RefreshedPart>
    </>
  )
}

function Evaluation({ loaded: { evaluation, decision } }: { readonly loaded: LoadedEvaluation }): VNode {
  const { evaluatedInputs = [], matchedRules = [], result } = evaluation
  const matched = new Set(matchedRules.map(({ ruleIndex }) => ruleIndex))
  const outputs = matchedRules.flatMap(({ ruleIndex, evaluatedOutputs }) =>
    evaluatedOutputs.map((output) => ({ ...output, ruleIndex })),
  )
  return (
    <>
      <Facts evaluation={evaluation} />
      <div class="beside">
        <section>
          <h2>Inputs</h2>
          <TableFrame label="Inputs of the evaluation" columns={['Input', 'Value']}>
            {evaluatedInputs.map(({ inputId, inputName, inputValue }) => (
              <tr key={inputId}>
                <th scope="row">{inputName || inputId}</th>
                <td class="value">
                  <code>{inputValue}</code>
                </td>
              </tr>
            ))}
          </TableFrame>
        </section>
        <section>
          <h2>Outputs</h2>
          <TableFrame label="Outputs of the evaluation" columns={['Output', 'Value', 'Rule']}>
            {outputs.map(({ outputId, outputName, outputValue, ruleIndex }) => (
              <tr key={`${outputId} ${ruleIndex}`}>
                <th scope="row">{outputName || outputId}</th>
                <td class="value">
                  <code>{outputValue}</code>
                </td>
                <td>{ruleIndex}</td>
              </tr>
            ))}
          </TableFrame>
          {result !== undefined && (
            <p>
              Result: <code>{result}</code>
            </p>
          )}
        </section>
      </div>
      {decision && (
        <DecisionTable
          xml={decision.xml}
          decisionId={decision.definition.decisionDefinitionId}
          title={decisionTitle(decision.definition)}
          matched={matched}
        />
      )}
    </>
  )
}

function Facts({ evaluation }: { readonly evaluation: DecisionInstanceDetails }): VNode {
  const { state, evaluationDate, evaluationFailure, processDefinitionKey, processInstanceKey } = evaluation
  return (
    <dl class="instance-facts">
      <div>
        <dt>State</dt>
        <dd>
          <StateLabel state={state} />
        </dd>
      </div>
      <div>
        <dt>Evaluated</dt>
        <dd>
          <Timestamp of={evaluationDate} />
        </dd>
      </div>
      {processDefinitionKey && processInstanceKey && (
        <div>
          <dt>For instance</dt>
          <dd>
            <a href={addresses.instance(processInstanceKey, processDefinitionKey)}>{processInstanceKey}</a>
          </dd>
        </div>
      )}
      {evaluationFailure && (
        <div>
          <dt>Failure</dt>
          <dd>{evaluationFailure}</dd>
        </div>
      )}
    </dl>
  )
}
