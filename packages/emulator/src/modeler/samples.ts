import type { ProcessModel } from '../samples/bpmn/model.ts'
import { writeBpmn } from '../samples/bpmn/xml.ts'
import { invoiceDecisions } from '../samples/decisions/invoice-decisions.ts'
import { loanRiskVersions } from '../samples/decisions/loan-risk.ts'
import type { DecisionModel } from '../samples/dmn/model.ts'
import { writeDmn } from '../samples/dmn/xml.ts'
import * as forms from '../samples/forms.ts'
import { type FormModel, writeForm } from '../samples/forms.ts'
import { invoiceApprovalVersions } from '../samples/processes/invoice-approval.ts'
import { loanApplicationVersions } from '../samples/processes/loan-application.ts'
import { orderFulfilmentVersions } from '../samples/processes/order-fulfilment.ts'
import { paymentVersions } from '../samples/processes/payment.ts'
import type { NewFile } from './workspace.ts'

/** A file with its earlier contents, oldest first. */
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

const form = (model: FormModel): SampleFile => ({
  name: model.name,
  fileType: 'form',
  content: writeForm(model),
  before: [],
})

// The same processes, decisions and forms that run in the clusters.

export const orderFulfilment: SampleFile = bpmn('Order fulfilment', orderFulfilmentVersions)
export const payment: SampleFile = bpmn('Payment', paymentVersions)
export const invoiceApproval: SampleFile = bpmn('Invoice approval', invoiceApprovalVersions)
export const invoiceDecisionsFile: SampleFile = dmn('Invoice decisions', [invoiceDecisions])
export const loanApplication: SampleFile = bpmn('Loan application', loanApplicationVersions)
export const loanRisk: SampleFile = dmn('Loan risk', loanRiskVersions)

export const packGoods: SampleFile = form(forms.packGoods)
export const approveInvoice: SampleFile = form(forms.approveInvoice)
export const reviewApplication: SampleFile = form(forms.reviewApplication)

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
