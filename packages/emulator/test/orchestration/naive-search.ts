/** A search as its description has it, with no thought of speed: what the emulator's is compared with. */
export type Row = Readonly<Record<string, unknown>> & { readonly processInstanceKey: string }

export interface Query {
  readonly filter?: Readonly<Record<string, unknown>> | undefined
  readonly sort?: readonly { readonly field: string; readonly order?: string | undefined }[] | undefined
}

export function naiveSearch(rows: readonly Row[], { filter = {}, sort = [] }: Query): Row[] {
  return rows
    .filter((row) => holds(row, filter))
    .sort((a, b) => {
      for (const { field, order } of sort) {
        const [left, right] = [a[field] ?? null, b[field] ?? null]
        if (left === right) continue
        if (left === null) return 1
        if (right === null) return -1
        const ascending = isLess(field, left, right) ? -1 : 1
        return order === 'DESC' ? -ascending : ascending
      }
      return BigInt(a.processInstanceKey) < BigInt(b.processInstanceKey) ? -1 : 1
    })
}

function isLess(field: string, a: unknown, b: unknown): boolean {
  return field.endsWith('Key') ? BigInt(a as string) < BigInt(b as string) : (a as string) < (b as string)
}

function holds(row: Row, filter: object): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    if (name !== '$or') return meets(row[name], wanted, name)
    return wanted.length === 0 || wanted.some((alternative: object) => holds(row, alternative))
  })
}

function meets(value: unknown, wanted: unknown, name: string): boolean {
  if (Array.isArray(wanted)) return wanted.every((item) => meets(value, item, name))
  if (typeof wanted !== 'object' || wanted === null) return contains(value, (one) => same(one, wanted, name))
  return Object.entries(wanted).every(([operator, operand]) => {
    const isIn = () => contains(value, (one) => operand.some((item: unknown) => same(one, item, name)))
    switch (operator) {
      case '$eq':
        return contains(value, (one) => same(one, operand, name))
      case '$neq':
        return !contains(value, (one) => same(one, operand, name))
      case '$in':
        return operand.length === 0 || isIn()
      case '$notIn':
        return operand.length === 0 || !isIn()
      case '$exists':
        return (Array.isArray(value) ? value.length > 0 : value !== null) === operand
      case '$like':
        return contains(value, (one) => typeof one === 'string' && like(one, operand))
      default: {
        if (value === null) return false
        const [left, right] = name.endsWith('Date')
          ? [Date.parse(value as string), Date.parse(operand)]
          : [value as number, operand]
        if (operator === '$gt') return left > right
        if (operator === '$gte') return left >= right
        return operator === '$lt' ? left < right : left <= right
      }
    }
  })
}

const contains = (value: unknown, test: (one: unknown) => boolean): boolean =>
  Array.isArray(value) ? value.some(test) : test(value)

function same(a: unknown, b: unknown, name: string): boolean {
  return name.endsWith('Date') && a !== null ? Date.parse(a as string) === Date.parse(b as string) : a === b
}

/** Without regular expressions. */
function like(text: string, pattern: string): boolean {
  if (pattern === '') return text === ''
  const [first] = pattern
  if (first === '*') return like(text, pattern.slice(1)) || (text !== '' && like(text.slice(1), pattern))
  const literal = first === '\\' && pattern.length > 1 ? 2 : 1
  if (text === '' || (first !== '?' && text[0] !== pattern[literal - 1])) return false
  return like(text.slice(1), pattern.slice(literal))
}
