/** Returns what is wrong with a value, or undefined if it is valid. `at` is the path of the value, for the message. */
export type Shape = (value: unknown, at: string) => string | undefined

/** An object with these members and no others, like `additionalProperties: false`. `undefined` counts as missing. */
export function object(required: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape {
  const members = new Map([...Object.entries(required), ...Object.entries(optional)])
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${at} must be an object`
    for (const name of Object.keys(required)) {
      if ((value as Record<string, unknown>)[name] === undefined) return `${name} is required in ${at}`
    }
    for (const [name, member] of Object.entries(value)) {
      const shape = members.get(name)
      if (shape === undefined) return `${JSON.stringify(name)} is an excess property in ${at}`
      const problem = member === undefined ? undefined : shape(member, `${at}.${name}`)
      if (problem !== undefined) return problem
    }
    return undefined
  }
}

export function string(limits: { max?: number; pattern?: RegExp } = {}): Shape {
  return (value, at) => {
    if (typeof value !== 'string') return `${at} must be a string`
    if (limits.max !== undefined && value.length > limits.max) return `${at} must not be longer than ${limits.max}`
    return limits.pattern === undefined || limits.pattern.test(value) ? undefined : `${at} is malformed`
  }
}

export const boolean: Shape = (value, at) => (typeof value === 'boolean' ? undefined : `${at} must be a boolean`)

export const number: Shape = (value, at) => (typeof value === 'number' ? undefined : `${at} must be a number`)

export function oneOf(...allowed: readonly string[]): Shape {
  return (value, at) =>
    typeof value === 'string' && allowed.includes(value) ? undefined : `${at} must be one of ${allowed.join(', ')}`
}

export function list(item: Shape): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) return `${at} must be a list`
    for (const [index, member] of value.entries()) {
      const problem = item(member, `${at}[${index}]`)
      if (problem !== undefined) return problem
    }
    return undefined
  }
}
