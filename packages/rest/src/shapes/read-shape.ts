import type { Lifetime, Texts } from '../route.ts'
import type { Member, ObjectShape, ScalarKind, Shape } from './shape.ts'

/** Reads one type, for example `[JobKey]`, `Page<Job>` or `s(1..255)`. */
export type ReadShape = (type: string) => Shape

/** The arguments for a declaration's type parameters. */
type Scope = Readonly<Record<string, Shape>>

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

const presences: Readonly<Record<string, Member['presence']>> = { '?': 'optional', '?!': 'exact', '!': 'insisted' }

/**
 * Returns a reader of the notation that `tools/derive` writes and its README describes. It knows the named shapes of
 * `texts`, and reads each once, when it is first needed.
 */
export function createShapeReader(texts: Texts): ReadShape {
  const named: Record<string, Shape> = {}

  /** Parses a declaration or a type. */
  function parse(text: string, scope: Scope, read: (type: () => Shape, members: () => Member[]) => Shape): Shape {
    let at = 0
    const take = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = at
      const found = pattern.exec(text)
      if (found) at = pattern.lastIndex
      return found
    }
    const skip = (mark: string): boolean => {
      const found = text.startsWith(mark, at)
      if (found) at += mark.length
      return found
    }
    const fail = (): never => {
      throw new SyntaxError(`Not a shape: ${text} at ${at}`)
    }
    const end = <T>(result: T, mark: string): T => (skip(mark) ? result : fail())
    const quoted = (): string | undefined => {
      const found = take(/"(?:[^"\\]|\\.)*"/y)
      return found ? JSON.parse(found[0]) : undefined
    }
    const list = (): Shape[] => {
      const items = [type()]
      while (skip(',')) items.push(type())
      return end(items, '>')
    }

    function type(): Shape {
      const options = [single()]
      while (skip('|')) options.push(single())
      return options.length > 1 ? { kind: 'union', options } : (options[0] as Shape)
    }

    function single(): Shape {
      const shape = unlimited()
      const [limits, min, max] = take(/\((-?\d*)\.\.(-?\d*)\)/y) ?? []
      const pattern = quoted()
      const added = { min: min ? +min : undefined, max: max ? +max : undefined, pattern, message: quoted() }
      // The same object if nothing is added: a type that contains itself is not complete yet.
      const result = limits || pattern ? { ...shape, ...added } : shape
      return skip('~') ? { kind: 'nullable', shape: result } : result
    }

    function unlimited(): Shape {
      const name = take(/[A-Z]\w*/y)?.[0]
      if (name) {
        const shape = scope[name] ?? reference(name, skip('<') ? list() : [])
        return shape.kind === 'enum' && skip('*') ? { ...shape, open: true } : shape
      }
      const values = quoted()
      if (values !== undefined) return enumeration(values, skip('*'))
      if (skip('[')) return end({ kind: 'array', item: type() }, ']')
      if (skip('{}')) return { kind: 'object', members: [], empty: true }
      if (skip('{')) return end({ kind: 'record', value: type() }, '}')
      if (skip('(')) return end({ kind: 'object', members: members() }, ')')
      return { kind: kinds[text[at++] as string] ?? fail() }
    }

    function members(): Member[] {
      const found: Member[] = []
      for (;;) {
        skip(',')
        const [matched, name = '', flag = '', life] = take(/([^.,?!:@^()|][^,?!:@^()|]*)(\?!?|!)?([@^][^:]*)?:/y) ?? []
        if (matched) found.push({ name, shape: type(), presence: presences[flag], ...lifetime(life) })
        else if (skip('...')) found.push(...(type() as ObjectShape).members)
        else return found
      }
    }

    const result = read(type, members)
    return at < text.length ? fail() : result
  }

  function reference(name: string, args: readonly Shape[]): Shape {
    const [, params, sign, text] = /^(?:<([\w,]+)>)?([=*]?)(.*)$/s.exec(texts[name] ?? '-') as unknown as string[]
    // A generic type differs with its arguments.
    const isGeneric = args.length > 0
    if (!isGeneric && named[name]) return named[name]
    const keep = <T extends Shape>(shape: T): T => {
      if (!isGeneric) named[name] = shape
      return shape
    }
    if (!texts[name]) throw new SyntaxError(`Not a shape: ${name}`)
    const scope = Object.fromEntries((params ?? '').split(',').map((param, index) => [param, args[index] as Shape]))
    return parse(text as string, scope, (type, members) => {
      if (sign === '=') return keep(type())
      const own: Member[] = []
      // Stored before its members are read, because one of them may have the same type.
      const shape = keep({ kind: 'object', name, members: own, loose: sign ? true : undefined })
      for (const member of members()) {
        // Of a loose object, only the marked members are required, whichever interface they come from.
        const presence = member.presence === 'insisted' ? undefined : 'optional'
        own.push(sign ? { ...member, presence } : member)
      }
      return shape
    })
  }

  return (text) => parse(text, {}, (type) => type())
}

function enumeration(text: string, open: boolean): Shape {
  const lifetimes: Record<string, Lifetime> = {}
  const values = text.split('|').map((written) => {
    const [, value = '', life] = /^(.+?)([@^].*)?$/.exec(written) ?? []
    if (life) lifetimes[value] = lifetime(life)
    return value
  })
  return { kind: 'enum', values, open, lifetimes: Object.keys(lifetimes)[0] ? lifetimes : undefined }
}

/** Reads the Camunda versions that know something, such as `@8.6-8.9^`; the caret means deprecated. */
function lifetime(text = ''): Lifetime {
  const [, since, until, deprecated] = /^(?:@([\d.]*)(?:-([\d.]+))?)?(\^)?$/.exec(text) ?? []
  return { since: since || undefined, until, deprecated: deprecated ? true : undefined }
}
