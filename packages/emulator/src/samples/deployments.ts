import type { DeployedResource } from '@x/engine'
import { DAY } from './bpmn/model.ts'
import { writeBpmn } from './bpmn/xml.ts'
import { invoiceDecisions } from './decisions/invoice-decisions.ts'
import { loanRiskVersions } from './decisions/loan-risk.ts'
import { writeDmn } from './dmn/xml.ts'
import { approveInvoice, customerData, packGoods, reviewApplication, writeForm } from './forms.ts'
import { processModels } from './models.ts'

export interface SampleDeployment {
  /** Milliseconds after the beginning of the data. */
  readonly afterMs: number
  readonly resources: readonly DeployedResource[]
}

/** The deployments over the course of the data, in order. */
export function sampleDeployments(): readonly SampleDeployment[] {
  const decisions = [invoiceDecisions, ...loanRiskVersions].map((model) => ({
    afterMs: model.deployedAfterMs,
    resources: [{ name: model.resourceName, content: writeDmn(model) }],
  }))
  const processes = processModels.map((model) => ({
    afterMs: model.deployedAfterMs,
    resources: [{ name: `${model.id}.bpmn`, content: writeBpmn(model) }],
  }))
  return [...forms(), ...decisions, ...processes].toSorted((a, b) => a.afterMs - b.afterMs)
}

function forms(): SampleDeployment[] {
  const [first, forgotten] = [[packGoods, approveInvoice, reviewApplication], [customerData]].map((models) =>
    models.map((model) => ({ name: `${model.id}.form`, content: writeForm(model) })),
  )
  // The process that shows it is five days older, so its first instances have an incident.
  return [
    { afterMs: 0, resources: first ?? [] },
    { afterMs: 8 * DAY, resources: forgotten ?? [] },
  ]
}
