import type { VNode } from 'preact'
import type { Cluster } from '../../connection/connection.ts'
import { route } from '../../routing/route.ts'
import { addresses } from '../addresses.ts'
import { Breadcrumbs } from '../breadcrumbs.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { chosenState, StateFilter } from '../state-filter.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { DecisionTable } from './decision-table.tsx'
import { DecisionVersionSelect } from './decision-version-select.tsx'
import { EvaluationsTable } from './evaluations-table.tsx'
import { decisionTitle, loadDecision, loadDecisionVersions } from './load-decision.ts'

interface Props {
  readonly cluster: Cluster
  readonly decisionKey: string
}

const STATES = ['ALL', 'EVALUATED', 'FAILED'] as const

/** A decision: the table of one version, and the evaluations of that version or of all versions. */
export function DecisionPage({ cluster, decisionKey }: Props): VNode {
  const loaded = useRefreshed(
    async (signal) => {
      const decision = await loadDecision(cluster, decisionKey, signal)
      return { ...decision, versions: await loadDecisionVersions(cluster, decision.definition, signal) }
    },
    [cluster, decisionKey],
  )
  const state = chosenState(STATES)
  const { parameters } = route.value
  const ofAll = parameters.versions === 'all'
  useTitle(loaded.value ? decisionTitle(loaded.value.definition) : 'Decision')
  return (
    <>
      <Breadcrumbs crumbs={[{ title: 'Decisions', address: addresses.decisions() }]} />
      <RefreshedPart what="The decision" of={loaded}>
        {({ definition, xml, versions }) => (
          <>
            <div class="heading">
              <h1>{decisionTitle(definition)}</h1>
              <DecisionVersionSelect definition={definition} versions={versions} ofAll={ofAll} />
              <p class="quiet heading-about">
                {ofAll && `The table is that of version ${definition.version} · `}
                <code>{definition.decisionDefinitionId}</code> · key <code>{definition.decisionDefinitionKey}</code>
              </p>
            </div>
            <DecisionTable xml={xml} decisionId={definition.decisionDefinitionId} title={decisionTitle(definition)} />
            <section>
              <div class="section-head">
                <h2>Evaluations</h2>
                <StateFilter
                  states={STATES}
                  value={state}
                  address={(chosen) => addresses.decision(decisionKey, { ...parameters, state: chosen })}
                />
              </div>
              <EvaluationsTable
                cluster={cluster}
                filter={{
                  ...(ofAll
                    ? { decisionDefinitionId: definition.decisionDefinitionId }
                    : { decisionDefinitionKey: decisionKey }),
                  ...(state !== 'ALL' && { state }),
                }}
                empty="No matching evaluations"
              />
            </section>
          </>
        )}
      </RefreshedPart>
    </>
  )
}
