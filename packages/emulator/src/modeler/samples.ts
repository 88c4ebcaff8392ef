import type { ProcessModel } from '../operate/bpmn/model.ts'
import { writeBpmn } from '../operate/bpmn/xml.ts'
import { invoiceDecisions } from '../operate/decisions/invoice-decisions.ts'
import { loanRiskVersions } from '../operate/decisions/loan-risk.ts'
import type { DecisionModel } from '../operate/dmn/model.ts'
import { writeDmn } from '../operate/dmn/xml.ts'
import { invoiceApprovalVersions } from '../operate/processes/invoice-approval.ts'
import { loanApplicationVersions } from '../operate/processes/loan-application.ts'
import { orderFulfilmentVersions } from '../operate/processes/order-fulfilment.ts'
import { paymentVersions } from '../operate/processes/payment.ts'
import type { NewFile } from './workspace.ts'

/** A file with what it was before, oldest first. */
export interface SampleFile extends NewFile {
  readonly before: readonly string[]
}

const bpmn = (name: string, models: readonly ProcessModel[]): SampleFile =>
  withHistory({ name, fileType: 'bpmn' }, models.map(writeBpmn))

const dmn = (name: string, models: readonly DecisionModel[]): SampleFile =>
  withHistory({ name, fileType: 'dmn' }, models.map(writeDmn))

function withHistory(file: Omit<NewFile, 'content'>, contents: readonly string[]): SampleFile {
  return { ...file, content: contents.at(-1) ?? '', before: contents.slice(0, -1) }
}

interface FormField {
  readonly type: 'number' | 'textfield' | 'checkbox'
  readonly key: string
  readonly label: string
}

function form(name: string, id: string, fields: readonly FormField[]): SampleFile {
  const components = [
    { type: 'text', id: `${id}-title`, text: `# ${name}` },
    ...fields.map((field) => ({ ...field, id: `${id}-${field.key}` })),
  ]
  const platform = { executionPlatform: 'Camunda Cloud', executionPlatformVersion: '8.7.0' }
  const content = { type: 'default', id, schemaVersion: 16, ...platform, components }
  return { name, fileType: 'form', content: JSON.stringify(content, undefined, 2), before: [] }
}

// The same processes and decisions as in Operate, with the forms that they show.

export const orderFulfilment: SampleFile = bpmn('Order fulfilment', orderFulfilmentVersions)
export const payment: SampleFile = bpmn('Payment', paymentVersions)
export const invoiceApproval: SampleFile = bpmn('Invoice approval', invoiceApprovalVersions)
export const invoiceDecisionsFile: SampleFile = dmn('Invoice decisions', [invoiceDecisions])
export const loanApplication: SampleFile = bpmn('Loan application', loanApplicationVersions)
export const loanRisk: SampleFile = dmn('Loan risk', loanRiskVersions)

export const packGoods: SampleFile = form('Pack goods', 'pack-goods', [
  { type: 'textfield', key: 'orderId', label: 'Order' },
  { type: 'number', key: 'parcelWeightKg', label: 'Weight of the parcel in kg' },
])

export const approveInvoice: SampleFile = form('Approve invoice', 'approve-invoice', [
  { type: 'number', key: 'amount', label: 'Amount' },
  { type: 'textfield', key: 'category', label: 'Category' },
  { type: 'checkbox', key: 'approved', label: 'Approved' },
])

export const reviewApplication: SampleFile = form('Review application', 'review-application', [
  { type: 'number', key: 'loanAmount', label: 'Loan amount' },
  { type: 'textfield', key: 'risk', label: 'Risk' },
  { type: 'checkbox', key: 'approved', label: 'Approved' },
])

export const chargeCard: SampleFile = {
  name: 'Charge card',
  fileType: 'connector_template',
  before: [],
  content: JSON.stringify({
    description: 'Charges a credit card by the payment gateway',
    appliesTo: ['bpmn:Task'],
    elementType: { value: 'bpmn:ServiceTask' },
    properties: [
      { type: 'Hidden', value: 'charge-card', binding: { type: 'zeebe:taskDefinition', property: 'type' } },
      { label: 'Amount', type: 'String', feel: 'required', binding: { type: 'zeebe:input', name: 'amount' } },
    ],
  }),
}
