import { DAY, defineFlows, HOUR, MINUTE, type ProcessModel, SECOND } from '../bpmn/model.ts'
import { required } from '../feel.ts'
import { personName } from './sample-values.ts'

/**
 * Depending on the risk, an approval, a review that waits for documents, or a rejection. Version 2 is a redeployment
 * with a tag.
 */
export const loanApplicationVersions: readonly ProcessModel[] = [
  loanApplication({ version: 1, deployedAfterMs: 0 }),
  loanApplication({ version: 2, versionTag: 'v2', deployedAfterMs: 21 * DAY }),
]

function loanApplication(version: Pick<ProcessModel, 'version' | 'versionTag' | 'deployedAfterMs'>): ProcessModel {
  return {
    id: 'loan-application',
    name: 'Loan application',
    ...version,
    share: 0.2,
    variables: (random) => ({
      applicationId: `L-${random.integer(10_000, 99_999)}`,
      applicant: { name: personName(random), age: random.integer(21, 78), employed: random.chance(0.8) },
      loanAmount: random.integer(2, 80) * 1000,
      termMonths: random.pick([12, 24, 36, 60, 84]),
    }),
    forgets: 'loanAmount',
    repairs: { 'assess-risk': { loanAmount: 10_000 }, 'verify-documents': { documents: ['payslips.pdf'] } },
    nodes: [
      {
        id: 'application-submitted',
        name: 'Application submitted',
        kind: 'startEvent',
        at: [0, 1],
        trigger: { message: 'loan-application' },
      },
      {
        id: 'query-credit-bureau',
        name: 'Query credit bureau',
        kind: 'serviceTask',
        at: [1, 1],
        job: 'io.camunda:http-json:1',
        takes: [SECOND, 3 * MINUTE],
        sets: (random) => ({ creditScore: random.integer(250, 850) }),
        failure: {
          chance: 0.06,
          message: 'Credit bureau answered 503 Service Unavailable: scheduled maintenance, try again later',
        },
      },
      {
        id: 'assess-risk',
        name: 'Assess risk',
        kind: 'businessRuleTask',
        at: [2, 1],
        decides: { decision: 'loanRisk', result: 'assessment' },
      },
      { id: 'risk', name: 'Risk?', kind: 'exclusiveGateway', at: [3, 1] },
      {
        id: 'pre-approve',
        name: 'Pre-approve',
        kind: 'serviceTask',
        at: [4, 0],
        job: 'pre-approve',
        takes: [SECOND, MINUTE],
      },
      {
        id: 'review-application',
        name: 'Review application',
        kind: 'userTask',
        at: [4, 1],
        form: 'review-application',
        group: 'loans',
        takes: [6 * HOUR, 9 * DAY],
        sets: (random) => ({ reviewer: personName(random) }),
      },
      { id: 'await-documents', kind: 'eventBasedGateway', at: [5, 1] },
      {
        id: 'documents-received',
        name: 'Documents received',
        kind: 'intermediateCatchEvent',
        at: [6, 1],
        trigger: { message: 'documents-received', correlationKey: 'applicationId', sentAfter: ['review-application'] },
        takes: [6 * HOUR, 20 * DAY],
        // Occasionally the message arrives without the documents, and the task that needs them raises an incident.
        sets: (random) => (random.chance(0.2) ? {} : { documents: ['payslips.pdf', 'identity-card.pdf'] }),
      },
      {
        id: 'two-weeks-passed',
        name: '2 weeks',
        kind: 'intermediateCatchEvent',
        at: [6, 2],
        trigger: { timer: 'P14D' },
      },
      {
        id: 'verify-documents',
        name: 'Verify documents',
        kind: 'serviceTask',
        at: [7, 1],
        job: 'verify-documents',
        takes: [MINUTE, HOUR],
        inputs: { files: required('documents') },
      },
      { id: 'application-lapsed', name: 'Application lapsed', kind: 'endEvent', at: [7, 2] },
      { id: 'accepted', kind: 'exclusiveGateway', at: [8, 1] },
      {
        id: 'sign-contract',
        name: 'Sign contract',
        kind: 'receiveTask',
        at: [9, 1],
        trigger: {
          message: 'contract-signed',
          correlationKey: 'applicationId',
          sentAfter: ['pre-approve', 'verify-documents'],
        },
        takes: [12 * HOUR, 10 * DAY],
      },
      {
        id: 'pay-out',
        name: 'Pay out',
        kind: 'serviceTask',
        at: [10, 1],
        job: 'pay-out',
        takes: [SECOND, MINUTE],
      },
      { id: 'loan-paid-out', name: 'Loan paid out', kind: 'endEvent', at: [11, 1] },
      {
        id: 'decline-application',
        name: 'Decline application',
        kind: 'sendTask',
        at: [4, 3],
        job: 'send-mail',
        takes: [SECOND, MINUTE],
      },
      { id: 'application-declined', name: 'Application declined', kind: 'endEvent', at: [5, 3] },
    ],
    flows: defineFlows([
      { from: 'application-submitted', to: 'query-credit-bureau' },
      { from: 'query-credit-bureau', to: 'assess-risk' },
      { from: 'assess-risk', to: 'risk' },
      { from: 'risk', to: 'pre-approve', name: 'low', when: { variable: 'assessment.risk', test: { is: 'low' } } },
      {
        from: 'risk',
        to: 'review-application',
        name: 'medium',
        when: { variable: 'assessment.risk', test: { is: 'medium' } },
      },
      { from: 'risk', to: 'decline-application', name: 'high' },
      { from: 'pre-approve', to: 'accepted' },
      { from: 'review-application', to: 'await-documents' },
      { from: 'await-documents', to: 'documents-received' },
      { from: 'await-documents', to: 'two-weeks-passed' },
      { from: 'documents-received', to: 'verify-documents' },
      { from: 'verify-documents', to: 'accepted' },
      { from: 'two-weeks-passed', to: 'application-lapsed' },
      { from: 'accepted', to: 'sign-contract' },
      { from: 'sign-contract', to: 'pay-out' },
      { from: 'pay-out', to: 'loan-paid-out' },
      { from: 'decline-application', to: 'application-declined' },
    ]),
  }
}
