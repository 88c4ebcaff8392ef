interface FormField {
  readonly type: 'number' | 'textfield' | 'checkbox'
  readonly key: string
  readonly label: string
}

/** A Camunda form. */
export interface FormModel {
  readonly id: string
  readonly name: string
  readonly fields: readonly FormField[]
}

export const packGoods: FormModel = {
  id: 'pack-goods',
  name: 'Pack goods',
  fields: [
    { type: 'textfield', key: 'orderId', label: 'Order' },
    { type: 'number', key: 'parcelWeightKg', label: 'Weight of the parcel in kg' },
  ],
}

export const approveInvoice: FormModel = {
  id: 'approve-invoice',
  name: 'Approve invoice',
  fields: [
    { type: 'number', key: 'amount', label: 'Amount' },
    { type: 'textfield', key: 'category', label: 'Category' },
    { type: 'checkbox', key: 'approved', label: 'Approved' },
  ],
}

export const reviewApplication: FormModel = {
  id: 'review-application',
  name: 'Review application',
  fields: [
    { type: 'number', key: 'loanAmount', label: 'Loan amount' },
    { type: 'textfield', key: 'risk', label: 'Risk' },
    { type: 'checkbox', key: 'approved', label: 'Approved' },
  ],
}

export const customerData: FormModel = {
  id: 'customer-data',
  name: 'Customer data',
  fields: [
    { type: 'textfield', key: 'company', label: 'Company' },
    { type: 'number', key: 'customerNumber', label: 'Customer number' },
    { type: 'textfield', key: 'notes', label: 'Notes' },
  ],
}

/** The form as JSON text, as Camunda's editor writes it. */
export function writeForm({ id, name, fields }: FormModel): string {
  const components = [
    { type: 'text', id: `${id}-title`, text: `# ${name}` },
    ...fields.map((field) => ({ ...field, id: `${id}-${field.key}` })),
  ]
  const platform = { executionPlatform: 'Camunda Cloud', executionPlatformVersion: '8.7.0' }
  return JSON.stringify({ type: 'default', id, schemaVersion: 16, ...platform, components }, undefined, 2)
}
