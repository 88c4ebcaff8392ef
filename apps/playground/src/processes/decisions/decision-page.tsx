import type { OperateClient } from '@x/operate'
import type { VNode } from 'preact'
import { addresses } from '../addresses.ts'
import { Breadcrumbs } from '../breadcrumbs.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { DecisionTable } from './decision-table.tsx'
import { EvaluationsTable } from './evaluations-table.tsx'
import { decisionTitle, loadDecision } from './load-decision.ts'

interface Props {
  readonly operate: OperateClient
  readonly decisionKey: string
}

/** One version of a decision: its table, and its evaluations. */
export function DecisionPage({ operate, decisionKey }: Props): VNode {
  const loaded = useRefreshed((signal) => loadDecision(operate, decisionKey, signal), [operate, decisionKey])
  useTitle(loaded.value ? decisionTitle(loaded.value.definition) : 'Decision')
  return (
    <>
      <Breadcrumbs crumbs={[{ title: 'Decisions', address: addresses.decisions() }]} />
      <RefreshedPart what="The decision" of={loaded}>
        {({ definition, xml }) => (
          <>
            <div class="heading">
              <h1>{decisionTitle(definition)}</h1>
              <p class="quiet">
                Version {definition.version} · <code>{definition.decisionId}</code> · key <code>{definition.key}</code>
              </p>
            </div>
            <DecisionTable xml={xml} decisionId={definition.decisionId} title={decisionTitle(definition)} />
            <section>
              <h2>Evaluations</h2>
              <EvaluationsTable
                operate={operate}
                filter={{ decisionDefinitionId: definition.id }}
                empty="It was not evaluated yet."
              />
            </section>
          </>
        )}
      </RefreshedPart>
    </>
  )
}
