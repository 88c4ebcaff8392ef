import type { DecisionModel } from '../dmn/model.ts'

/** Two decisions: the class of an invoice, and based on it, who must approve the invoice. */
export const invoiceDecisions: DecisionModel = {
  id: 'invoice-decisions',
  name: 'Invoice decisions',
  version: 1,
  resourceName: 'invoice-decisions.dmn',
  deployedAfterMs: 0,
  decisions: [
    {
      id: 'invoiceClass',
      name: 'Invoice classification',
      inputs: [
        { id: 'Input_class_amount', name: 'Amount', variable: 'amount', type: 'number' },
        { id: 'Input_class_category', name: 'Category', variable: 'category', type: 'string', isRequired: true },
      ],
      outputs: [{ id: 'Output_class', label: 'Class', name: 'invoiceClass', type: 'string' }],
      rules: [
        { id: 'Rule_class_travel', when: [{ below: 500 }, { is: 'Travel' }], gives: ['day-to-day expense'] },
        { id: 'Rule_class_software', when: [{ below: 500 }, { is: 'Software' }], gives: ['budget'] },
        {
          id: 'Rule_class_small',
          when: [{ below: 500 }, { oneOf: ['Office', 'Misc'] }],
          gives: ['day-to-day expense'],
        },
        { id: 'Rule_class_medium', when: [{ between: [500, 5000] }, undefined], gives: ['budget'] },
        { id: 'Rule_class_large', when: [{ atLeast: 5000 }, undefined], gives: ['exceptional'] },
      ],
    },
    {
      id: 'approvalLevel',
      name: 'Approval level',
      requires: ['invoiceClass'],
      inputs: [{ id: 'Input_level_class', name: 'Invoice class', variable: 'invoiceClass', type: 'string' }],
      outputs: [{ id: 'Output_level', label: 'Level', name: 'approvalLevel', type: 'string' }],
      rules: [
        { id: 'Rule_level_none', when: [{ is: 'day-to-day expense' }], gives: ['none'] },
        { id: 'Rule_level_clerk', when: [{ is: 'budget' }], gives: ['clerk'] },
        { id: 'Rule_level_manager', when: [{ is: 'exceptional' }], gives: ['manager'] },
      ],
    },
  ],
}
