import { ScaffoldError } from '../workspace.ts'

const kinds = {
  string: { type: 'string', sample: 'text' },
  number: { type: 'number', sample: 7 },
  boolean: { type: 'boolean', sample: true },
  /** A 64-bit key: text on our side, a number on the wire. */
  key: { type: 'string', sample: '9007199254740993' },
} as const

export type Kind = keyof typeof kinds

/** One member of a body or an answer. */
export interface Member {
  readonly name: string
  readonly kind: Kind
  readonly isList: boolean
  readonly isOptional: boolean
}

/** Reads `reason:string,limit?:number,tags:string[]`. */
export function parseMembers(flag: string, text: string): Member[] {
  const members = text.split(',').map((part): Member => {
    const [, name, optional, kind, list] = /^\s*([A-Za-z]\w*)(\?)?\s*:\s*(\w+)(\[\])?\s*$/.exec(part) ?? []
    if (name === undefined || kind === undefined || !Object.hasOwn(kinds, kind)) {
      throw new ScaffoldError(
        `${flag} has members like reason:string,limit?:number,tags:string[] of ${Object.keys(kinds).join(', ')}, and not ${part.trim() || 'nothing'}.`,
      )
    }
    return { name, kind: kind as Kind, isList: list !== undefined, isOptional: optional !== undefined }
  })
  const twice = members.find(({ name }, index) => members.findIndex((other) => other.name === name) !== index)
  if (twice) throw new ScaffoldError(`${flag} has ${twice.name} twice.`)
  return members
}

/** An interface with these members; `missing` is what an optional one may be besides. */
export function toInterface(
  name: string,
  about: string,
  members: readonly Member[],
  missing: string,
  mark: string,
): string {
  const lines = members.map(({ name, kind, isList, isOptional }) => {
    const type = kinds[kind].type + (isList ? '[]' : '')
    return `  ${mark}${name}${isOptional ? '?' : ''}: ${isList ? 'readonly ' : ''}${type}${isOptional ? missing : ''}`
  })
  return `/** ${about} */\nexport interface ${name} {\n${lines.join('\n')}\n}\n`
}

/** The entries of a schema, and the names of the primitives that they use. */
export function toEntries(members: readonly Member[], optional: string): { code: string; primitives: string[] } {
  const primitives = new Set<string>()
  const entries = members.map(({ name, kind, isList, isOptional }) => {
    primitives.add(kind)
    let schema = `${kind}()`
    if (isList) {
      primitives.add('array')
      schema = `array(${schema})`
    }
    if (isOptional) {
      primitives.add(optional)
      schema = `${optional}(${schema})`
    }
    return `${name}: ${schema}`
  })
  return { code: `{ ${entries.join(', ')} }`, primitives: [...primitives] }
}

/** A value as the program sees it, and its JSON on the wire. */
export function toSample(members: readonly Member[]): { value: string; wire: string } {
  const one = ({ kind, isList }: Member, isWire: boolean): string => {
    const { sample } = kinds[kind]
    const text = isWire && kind === 'key' ? sample : JSON.stringify(sample).replaceAll('"', isWire ? '"' : "'")
    return isList ? `[${text}]` : `${text}`
  }
  return {
    value: `{ ${members.map((member) => `${member.name}: ${one(member, false)}`).join(', ')} }`,
    wire: `{${members.map((member) => `"${member.name}":${one(member, true)}`).join(',')}}`,
  }
}
