import type { EnumShape, Lifetime, Member, ObjectShape, ScalarKind, Shape } from './shape.ts'

/** Shapes as compact text, by name. `tools/derive` writes them; its README describes the notation. */
export type Texts = Readonly<Record<string, string>>

/** Reads one type, for example `[JobKey]`, `Page<Job>` or `s(1..255)`. */
export type ReadShape = (type: string) => Shape

/** Where a text is read, and what the type parameters of its declaration mean there. */
interface Cursor {
  readonly text: string
  at: number
  readonly scope: ReadonlyMap<string, Shape>
}

const kinds: Readonly<Record<string, ScalarKind>> = {
  s: 'text',
  l: 'longText',
  p: 'secret',
  e: 'email',
  d: 'date',
  k: 'key',
  n: 'number',
  i: 'integer',
  g: 'bigint',
  b: 'boolean',
  x: 'bytes',
  u: 'unknown',
  '-': 'ignored',
  z: 'null',
}

/** Returns a reader that knows the named shapes of `texts`. Each is read once, when it is first needed. */
export function createShapeReader(texts: Texts): ReadShape {
  const named = new Map<string, Shape>()

  function readType(cursor: Cursor): Shape {
    const options = [readSingle(cursor)]
    while (skip(cursor, '|')) options.push(readSingle(cursor))
    return options.length > 1 ? { kind: 'union', options } : (options[0] as Shape)
  }

  function readSingle(cursor: Cursor): Shape {
    let shape: Shape
    const name = take(cursor, /[A-Z]\w*/y)
    if (name) shape = cursor.scope.get(name[0]) ?? readNamed(cursor, name[0])
    else if (cursor.text[cursor.at] === '"') shape = readEnum(cursor)
    else if (skip(cursor, '[')) {
      const item = readType(cursor)
      expect(cursor, ']')
      shape = { kind: 'array', item, ...readLimits(cursor) }
    } else if (skip(cursor, '{}')) shape = { kind: 'object', members: [], empty: true }
    else if (skip(cursor, '{')) {
      shape = { kind: 'record', value: readType(cursor) }
      expect(cursor, '}')
    } else if (skip(cursor, '(')) {
      shape = { kind: 'object', members: readMembers(cursor) }
      expect(cursor, ')')
    } else {
      const kind = kinds[cursor.text[cursor.at++] as string]
      if (!kind) throw new SyntaxError(`Unknown shape at ${cursor.at - 1} of ${cursor.text}`)
      shape = { kind, ...readLimits(cursor), ...readPattern(cursor) }
    }
    return skip(cursor, '~') ? { kind: 'nullable', shape } : shape
  }

  function readNamed(cursor: Cursor, name: string): Shape {
    const args: Shape[] = []
    const begin = cursor.at
    if (skip(cursor, '<')) {
      do args.push(readType(cursor))
      while (skip(cursor, ','))
      expect(cursor, '>')
    }
    // Arguments that are type parameters themselves mean something else each time.
    const written = name + cursor.text.slice(begin, cursor.at)
    const id = cursor.scope.size > 0 && args.length > 0 ? undefined : written
    const known = id && named.get(id)
    if (known) return known
    const text = texts[name]
    if (text === undefined) throw new SyntaxError(`Unknown shape ${name}`)
    const inner: Cursor = { text, at: 0, scope: new Map() }
    const params = take(inner, /<([\w,]+)>/y)?.[1]?.split(',') ?? []
    params.forEach((param, index) => {
      ;(inner.scope as Map<string, Shape>).set(param, args[index] as Shape)
    })
    if (skip(inner, '=')) {
      const shape = readType(inner)
      if (id) named.set(id, shape)
      return shape
    }
    const members: Member[] = []
    const shape: ObjectShape = { kind: 'object', name, members, ...(skip(inner, '*') && { loose: true }) }
    // Before its members are read, since one of them may be of the same type.
    if (id) named.set(id, shape)
    // Of a loose object only the members marked so are insisted on, whichever interface they come from.
    const relax = (member: Member): Member => ({
      ...member,
      presence: member.presence === 'insisted' ? undefined : 'optional',
    })
    members.push(...(shape.loose ? readMembers(inner).map(relax) : readMembers(inner)))
    return shape
  }

  function readMembers(cursor: Cursor): Member[] {
    const members: Member[] = []
    for (;;) {
      if (take(cursor, /,?\.\.\./y)) {
        members.push(...(readType(cursor) as ObjectShape).members)
        continue
      }
      const found = take(cursor, /,?([^,?!:@^()|]+)(\?!?|!)?(?:@([\d.]*)(?:-([\d.]+))?)?(\^)?:/y)
      if (!found) return members
      const [, name = '', flag, since, until, deprecated] = found
      const presence = flag && ({ '?': 'optional', '?!': 'exact', '!': 'insisted' } as const)[flag]
      members.push({
        name,
        shape: readType(cursor),
        ...(presence && { presence }),
        ...lifetime(since, until, deprecated),
      })
    }
  }

  return (type) => {
    const cursor: Cursor = { text: type, at: 0, scope: new Map() }
    const shape = readType(cursor)
    if (cursor.at < type.length) throw new SyntaxError(`Unexpected text at ${cursor.at} of ${type}`)
    return shape
  }
}

function readEnum(cursor: Cursor): EnumShape {
  const lifetimes: Record<string, Lifetime> = {}
  const values = readQuoted(cursor)
    .split('|')
    .map((written) => {
      const [, value = '', since, until, deprecated] = /^(.+?)(?:@([\d.]*)(?:-([\d.]+))?)?(\^)?$/.exec(written) ?? []
      const life = lifetime(since, until, deprecated)
      if (life) lifetimes[value] = life
      return value
    })
  const open = skip(cursor, '*')
  return { kind: 'enum', values, open, ...(Object.keys(lifetimes).length > 0 && { lifetimes }) }
}

function lifetime(since?: string, until?: string, deprecated?: string): Lifetime | undefined {
  if (!since && !until && !deprecated) return undefined
  return { ...(since && { since }), ...(until && { until }), ...(deprecated && { deprecated: true }) }
}

function readLimits(cursor: Cursor): { min?: number; max?: number } | undefined {
  const found = take(cursor, /\((-?\d*)\.\.(-?\d*)\)/y)
  if (!found) return undefined
  return { ...(found[1] && { min: Number(found[1]) }), ...(found[2] && { max: Number(found[2]) }) }
}

function readPattern(cursor: Cursor): { pattern: string; message?: string } | undefined {
  if (cursor.text[cursor.at] !== '"') return undefined
  const pattern = readQuoted(cursor)
  return { pattern, ...(cursor.text[cursor.at] === '"' && { message: readQuoted(cursor) }) }
}

function readQuoted(cursor: Cursor): string {
  return JSON.parse(take(cursor, /"(?:[^"\\]|\\.)*"/y)?.[0] as string) as string
}

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)
  if (found) cursor.at = pattern.lastIndex
  return found
}

function skip(cursor: Cursor, text: string): boolean {
  const found = cursor.text.startsWith(text, cursor.at)
  if (found) cursor.at += text.length
  return found
}

function expect(cursor: Cursor, text: string): void {
  if (!skip(cursor, text)) throw new SyntaxError(`${text} expected at ${cursor.at} of ${cursor.text}`)
}
