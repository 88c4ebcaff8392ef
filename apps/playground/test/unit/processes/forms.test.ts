import * as feel from 'feelin'
import { expect, test } from 'vitest'
import { type EvaluatedForm, evaluateForm } from '../../../src/processes/forms/evaluate-form.ts'
import { readForm } from '../../../src/processes/forms/form-model.ts'
import {
  type FormValues,
  findProblems,
  initialValues,
  toVariables,
  type Variables,
} from '../../../src/processes/forms/form-values.ts'

/** A form with what is filled in, or with what it shows at first. */
function fill(components: readonly object[], known: Variables, values?: FormValues): EvaluatedForm {
  const form = read(...components)
  return evaluateForm(form, { ...initialValues(form, known), ...values }, known, form.hasExpressions ? feel : undefined)
}

const read = (...components: readonly object[]) => readForm(JSON.stringify({ components }))

test('shows variables, else the defaults of the form', () => {
  const form = read(
    { type: 'textfield', key: 'customer.name', defaultValue: 'nobody' },
    { type: 'number', key: 'amount', defaultValue: 5 },
    { type: 'group', components: [{ type: 'checkbox', key: 'approved' }] },
    { type: 'checklist', key: 'tags' },
  )
  const values = initialValues(form, { customer: { name: 'Ada' } })
  expect(values).toEqual({ 'customer.name': 'Ada', amount: 5, approved: false, tags: [] })
  expect(toVariables(evaluateForm(form, values, {}, undefined))).toEqual({
    customer: { name: 'Ada' },
    amount: 5,
    approved: false,
  })
})

test('members of one object stay together, and no name reaches a prototype', () => {
  const components = [
    ...['a.b.c', 'a.b.d', 'a.e', '__proto__.admin'].map((key) => ({ type: 'textfield', key })),
    { type: 'textfield', key: 'secret', disabled: true },
  ]
  const values = { 'a.b.c': '1', 'a.b.d': '2', 'a.e': '3', '__proto__.admin': '4', secret: '5' }
  const variables = toVariables(fill(components, {}, values))
  expect(JSON.stringify(variables)).toBe('{"a":{"b":{"c":"1","d":"2"},"e":"3"},"__proto__":{"admin":"4"}}')
  expect(Reflect.get({}, 'admin')).toBeUndefined()
})

test('says what is wrong with each value', () => {
  const components = [
    { type: 'textfield', key: 'a', validate: { required: true } },
    { type: 'textfield', key: 'b', validate: { minLength: 3, pattern: '^x' } },
    { type: 'textfield', key: 'c', validate: { pattern: '(' } },
    { type: 'number', key: 'd', validate: { min: 1, max: 9 } },
    { type: 'checkbox', key: 'e', validate: { required: true } },
    { type: 'textfield', key: 'f', readonly: true, validate: { required: true } },
  ]
  const problems = (values: FormValues): ReadonlyMap<string, string> => findProblems(fill(components, {}, values))
  expect(Object.fromEntries(problems({ b: 'ab', c: 'anything', d: 10, e: false }))).toEqual({
    a: 'Required',
    b: 'Must have at least 3 characters',
    d: 'Must be at most 9',
    e: 'Required',
  })
  expect(problems({ a: 'x', b: 'xyz', d: 9, e: true }).size).toBe(0)
  expect(problems({ a: 'x', b: 'abc', d: 1, e: true }).get('b')).toBe('Must match the pattern of the form')
})

test('names what it does not show', () => {
  const form = read(
    { type: 'iframe' },
    { type: 'textfield', key: 'a', label: '{{#if b}}B{{/if}}' },
    { type: 'select', key: 'b', valuesKey: 'all' },
  )
  expect(form.unsupported).toEqual(['iframe', '#if and #loop in texts'])
  expect(form.hasExpressions).toBe(false)
  expect(form.components.map(({ type }) => type)).toEqual(['textfield', 'select'])
})

test.each(['[]', '"x"', '{"components":5}', '{"components":[null,{}]}'])('makes an empty form of %s', (schema) => {
  expect(readForm(schema).components).toEqual([])
})

test('a field that a condition hides is neither sent nor required, and others do not see its value', () => {
  const components = [
    { type: 'checkbox', key: 'isCompany', label: 'Company' },
    {
      type: 'group',
      conditional: { hide: '=not(isCompany)' },
      components: [{ type: 'textfield', key: 'vat', validate: { required: true } }],
    },
    { type: 'text', text: 'VAT {{vat}}' },
    { type: 'textfield', key: 'note', conditional: { hide: '=vat = null' } },
  ]
  const hidden = fill(components, { vat: 'DE1', note: 'kept' })
  expect(hidden.components.map(({ type }) => type)).toEqual(['checkbox', 'text'])
  expect(hidden.components[1]?.text).toBe('VAT ')
  expect(toVariables(hidden)).toEqual({ isCompany: false })
  const shown = fill(components, { vat: 'DE1', note: 'kept' }, { isCompany: true })
  expect(shown.components[2]?.text).toBe('VAT DE1')
  expect(toVariables(shown)).toEqual({ isCompany: true, vat: 'DE1', note: 'kept' })
  expect([...findProblems(fill(components, {}, { isCompany: true }))]).toEqual([['vat', 'Required']])
})

test('texts, limits, options and read-only are evaluated with variables and values', () => {
  const components = [
    {
      type: 'number',
      key: 'copies',
      label: '="Copies of " + title',
      description: 'At most {{ limit }}, {{upper case(title)}}',
      readonly: '=isFinal',
      validate: { max: '=limit' },
    },
    { type: 'select', key: 'color', valuesExpression: '=for c in colors return {label: c, value: {name: c}}' },
    { type: 'radio', key: 'size', valuesKey: 'sizes' },
    { type: 'datetime', key: 'day', label: '=date("2026-01-31")' },
  ]
  const known = { title: 'Dune', limit: 3, isFinal: false, colors: ['red', 'blue'], sizes: ['S', 4], size: 'XL' }
  const form = fill(components, known, { copies: 4, color: { name: 'blue' } })
  const [copies, color, size, day] = form.components
  expect(copies).toMatchObject({ label: 'Copies of Dune', description: 'At most 3, DUNE', isReadOnly: false })
  expect(color?.options.map(({ label }) => label)).toEqual(['red', 'blue'])
  expect(size?.options).toEqual([
    { label: 'S', value: 'S' },
    { label: '4', value: 4 },
  ])
  expect(day?.label).toBe('2026-01-31')
  expect([...findProblems(form)]).toEqual([['copies', 'Must be at most 3']])
  // `XL` is not offered.
  expect(toVariables(form)).toEqual({ copies: 4, color: { name: 'blue' } })
  expect(fill(components, { ...known, isFinal: true }).components[0]?.isReadOnly).toBe(true)
})

test('a computed value is sent, and what comes after it can use it', () => {
  const components = [
    { type: 'number', key: 'order.amount' },
    { type: 'expression', key: 'order.tax', expression: '=order.amount * 0.2' },
    { type: 'text', text: 'Tax {{order.tax}}' },
  ]
  const form = fill(components, { order: { id: 7 } }, { 'order.amount': 50 })
  expect(form.components[2]?.text).toBe('Tax 10')
  expect(toVariables(form)).toEqual({ order: { amount: 50, tax: 10 } })
})

test('an expression that fails is named, and the rest of the form works', () => {
  const form = fill(
    [
      { type: 'text', text: 'Hello {{name}}, {{1 +}}' },
      { type: 'textfield', key: 'a', label: '=((', conditional: { hide: '=]' }, readonly: '=1 +' },
    ],
    { name: 'Ada', a: 'x' },
  )
  const [text, field] = form.components
  expect(text?.text).toBe('Hello Ada, ⚠')
  expect(text?.failures.map(({ expression }) => expression)).toEqual(['=1 +'])
  expect(field).toMatchObject({ label: '⚠', isReadOnly: false })
  expect(field?.failures.map(({ expression }) => expression)).toEqual(['=]', '=((', '=1 +'])
  expect(field?.failures.every(({ message }) => message !== '')).toBe(true)
  expect(toVariables(form)).toEqual({ a: 'x' })
})
