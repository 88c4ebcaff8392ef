import type { FlowNode, ProcessModel } from './bpmn/model.ts'
import { customerOnboarding } from './processes/customer-onboarding.ts'
import { invoiceApprovalVersions } from './processes/invoice-approval.ts'
import { loanApplicationVersions } from './processes/loan-application.ts'
import { orderFulfilmentVersions } from './processes/order-fulfilment.ts'
import { paymentVersions } from './processes/payment.ts'

/** All versions of the five processes, each in ascending order. */
export const processModels: readonly ProcessModel[] = [
  ...paymentVersions,
  ...orderFulfilmentVersions,
  ...invoiceApprovalVersions,
  ...loanApplicationVersions,
  customerOnboarding,
]

/** The latest version of a process; undefined if it is not a sample. */
export function latestModel(processId: string): ProcessModel | undefined {
  return processModels.findLast(({ id }) => id === processId)
}

/** A flow node, which is the same in all versions that have it. */
export function findNode(processId: string, nodeId: string): FlowNode | undefined {
  for (const { id, nodes } of processModels) {
    const node = id === processId ? nodes.find((candidate) => candidate.id === nodeId) : undefined
    if (node) return node
  }
  return undefined
}

/** The first flow node whose job has this type. */
export function nodeOfJob(type: string): FlowNode | undefined {
  for (const { nodes } of processModels) {
    const node = nodes.find(({ job }) => job === type)
    if (node) return node
  }
  return undefined
}

/** The variables that messages are correlated by, which senders need to know about a process. */
export const correlationKeys: readonly string[] = [
  ...new Set(
    processModels
      .flatMap(({ nodes }) => nodes)
      .flatMap(({ trigger }) => (trigger && 'message' in trigger ? (trigger.correlationKey ?? []) : [])),
  ),
]
