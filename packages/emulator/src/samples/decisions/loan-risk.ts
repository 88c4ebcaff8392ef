import { DAY } from '../bpmn/model.ts'
import type { DecisionModel } from '../dmn/model.ts'

interface Thresholds {
  readonly version: number
  readonly deployedAfterMs: number
  readonly goodScore: number
  readonly largeAmount: number
}

/** One decision with two outputs. Its second version requires better scores. */
function loanRisk({ version, deployedAfterMs, goodScore, largeAmount }: Thresholds): DecisionModel {
  return {
    id: 'loan-risk',
    name: 'Loan risk',
    version,
    resourceName: 'loan-risk.dmn',
    deployedAfterMs,
    decisions: [
      {
        id: 'loanRisk',
        name: 'Assess loan risk',
        inputs: [
          { id: 'Input_risk_score', name: 'Credit score', variable: 'creditScore', type: 'number' },
          { id: 'Input_risk_amount', name: 'Loan amount', variable: 'loanAmount', type: 'number', isRequired: true },
        ],
        outputs: [
          { id: 'Output_risk', label: 'Risk', name: 'risk', type: 'string' },
          { id: 'Output_rate', label: 'Interest rate', name: 'rate', type: 'number' },
        ],
        rules: [
          { id: 'Rule_risk_bad', when: [{ below: 350 }, undefined], gives: ['high', 0] },
          {
            id: 'Rule_risk_fair',
            when: [{ between: [350, goodScore] }, { below: largeAmount }],
            gives: ['medium', 7.9],
          },
          {
            id: 'Rule_risk_fair_large',
            when: [{ between: [350, goodScore] }, { atLeast: largeAmount }],
            gives: ['high', 0],
          },
          { id: 'Rule_risk_good', when: [{ atLeast: goodScore }, { below: largeAmount }], gives: ['low', 4.5] },
          {
            id: 'Rule_risk_good_large',
            when: [{ atLeast: goodScore }, { atLeast: largeAmount }],
            gives: ['medium', 5.2],
          },
        ],
      },
    ],
  }
}

export const loanRiskVersions: readonly DecisionModel[] = [
  loanRisk({ version: 1, deployedAfterMs: 0, goodScore: 600, largeAmount: 50_000 }),
  loanRisk({ version: 2, deployedAfterMs: 20 * DAY, goodScore: 650, largeAmount: 40_000 }),
]
