import { DAY, defineFlows, type FlowNode, HOUR, MINUTE, type ProcessModel, SECOND } from '../bpmn/model.ts'
import { companyName, money } from './sample-values.ts'

type Version = Pick<ProcessModel, 'version' | 'versionTag' | 'deployedAfterMs'>

function invoiceApproval(version: Version, escalates: boolean): ProcessModel {
  return {
    id: 'invoice-approval',
    name: 'Invoice approval',
    ...version,
    share: 0.3,
    variables: (random) => ({
      invoiceNumber: `INV-${random.integer(1000, 9999)}`,
      supplier: companyName(random),
      amount: money(random, 20, 12_000),
      category: random.pick(['Travel', 'Software', 'Office', 'Misc']),
    }),
    forgets: 'category',
    repairs: { 'determine-approval': { category: 'Misc' }, approved: { approved: true } },
    nodes: [...mainNodes, ...(escalates ? escalationNodes : [])],
    flows: defineFlows([
      { from: 'invoice-received', to: 'determine-approval' },
      { from: 'determine-approval', to: 'approval-needed' },
      {
        from: 'approval-needed',
        to: 'approve-automatically',
        name: 'no',
        when: { variable: 'approvalLevel', test: { is: 'none' } },
      },
      { from: 'approval-needed', to: 'approve-invoice', name: 'yes' },
      { from: 'approve-automatically', to: 'decided' },
      { from: 'approve-invoice', to: 'decided' },
      ...(escalates
        ? [
            { from: 'not-approved-in-time', to: 'inform-manager' },
            { from: 'inform-manager', to: 'approve-as-manager' },
            { from: 'approve-as-manager', to: 'decided' },
          ]
        : []),
      { from: 'decided', to: 'approved' },
      { from: 'approved', to: 'pay-invoice', name: 'yes', when: { variable: 'approved', test: { is: true } } },
      { from: 'approved', to: 'return-invoice', name: 'no', when: { variable: 'approved', test: { is: false } } },
      { from: 'pay-invoice', to: 'invoice-paid' },
      { from: 'return-invoice', to: 'invoice-returned' },
    ]),
  }
}

const mainNodes: readonly FlowNode[] = [
  { id: 'invoice-received', name: 'Invoice received', kind: 'startEvent', at: [0, 1] },
  {
    id: 'determine-approval',
    name: 'Determine approval level',
    kind: 'businessRuleTask',
    at: [1, 1],
    decides: { decision: 'approvalLevel', result: 'approvalLevel' },
  },
  { id: 'approval-needed', name: 'Approval needed?', kind: 'exclusiveGateway', at: [2, 1] },
  {
    id: 'approve-automatically',
    name: 'Approve automatically',
    kind: 'scriptTask',
    at: [3, 0],
    script: { value: true, result: 'approved' },
  },
  {
    id: 'approve-invoice',
    name: 'Approve invoice',
    kind: 'userTask',
    at: [3, 1],
    form: 'approve-invoice',
    group: 'accounting',
    takes: [HOUR, 5 * DAY],
    // Occasionally the variable is missing, and the gateway that needs it raises an incident.
    sets: (random) => (random.chance(0.04) ? {} : { approved: random.chance(0.85) }),
  },
  { id: 'decided', kind: 'exclusiveGateway', at: [6, 1] },
  { id: 'approved', name: 'Approved?', kind: 'exclusiveGateway', at: [7, 1] },
  {
    id: 'pay-invoice',
    name: 'Pay invoice',
    kind: 'serviceTask',
    at: [8, 1],
    job: 'pay-invoice',
    takes: [SECOND, 10 * MINUTE],
    inputs: { payee: 'supplier', sum: 'amount' },
    failure: {
      chance: 0.05,
      message: 'IBAN of the supplier is not valid: checksum is 17, expected 71',
    },
  },
  { id: 'invoice-paid', name: 'Invoice paid', kind: 'endEvent', at: [9, 1] },
  {
    id: 'return-invoice',
    name: 'Return invoice',
    kind: 'sendTask',
    at: [8, 2],
    job: 'send-mail',
    takes: [SECOND, MINUTE],
  },
  { id: 'invoice-returned', name: 'Invoice returned', kind: 'endEvent', at: [9, 2] },
]

const escalationNodes: readonly FlowNode[] = [
  {
    id: 'not-approved-in-time',
    name: '3 days',
    kind: 'boundaryEvent',
    at: [3, 1],
    attachedTo: 'approve-invoice',
    trigger: { timer: 'P3D' },
  },
  {
    id: 'inform-manager',
    name: 'Inform manager',
    kind: 'sendTask',
    at: [4, 2],
    job: 'send-mail',
    takes: [SECOND, MINUTE],
  },
  {
    id: 'approve-as-manager',
    name: 'Approve as manager',
    kind: 'userTask',
    at: [5, 2],
    form: 'approve-invoice',
    group: 'management',
    takes: [HOUR, 4 * DAY],
    sets: (random) => ({ approved: random.chance(0.7) }),
  },
]

/** A decision determines who approves an invoice. Version 2 escalates after three days without an approval. */
export const invoiceApprovalVersions: readonly ProcessModel[] = [
  invoiceApproval({ version: 1, deployedAfterMs: 0 }, false),
  invoiceApproval({ version: 2, versionTag: 'escalation', deployedAfterMs: 15 * DAY }, true),
]
