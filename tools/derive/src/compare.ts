import type { Fact, Facts } from './facts.ts'

/** What a description specifies; the older files have no `required` and `nullable` at all. */
export interface Precision {
  readonly presence: boolean
  readonly nullability: boolean
}

/** A known difference, with its reason. */
export interface Correction {
  /** A line of the output; `*` matches any text. */
  readonly line: string
  readonly why: string
}

/** Compares our facts with those of a description, in both directions. Each line is one difference. */
export function compare(ours: Facts, theirs: Facts, version: string | undefined, precision: Precision): string[] {
  const lines: string[] = []
  // If a description has a plain string, our values are more specific.
  const enumerated = new Set(
    [...theirs.keys()].filter((place) => place.includes('=')).map((place) => place.slice(0, place.indexOf('='))),
  )
  // Places with another kind of value, whose members are not compared.
  const others = new Set<string>()
  const isBelowOther = (place: string): boolean => outerPlaces(place).some((outer) => others.has(outer))
  for (const [place, fact] of theirs) {
    const own = ours.get(place)
    if (isBelowAny(place, ours)) continue
    if (!own) {
      if (!isBelowMissing(place, ours, theirs) && !isBelowOther(place)) lines.push(`missing ${place}`)
      continue
    }
    if (!isSameKind(own, fact)) others.add(place)
    lines.push(...differences(place, own, fact, precision))
    // Files that combine several versions have the version of each operation.
    const served = fact.since ?? version
    if (served && own.since && isNewer(own.since, served))
      lines.push(`early ${place}: @since ${own.since}, ${served} there`)
  }
  for (const [place, own] of ours) {
    if (theirs.has(place) || isBelowAny(place, theirs) || isBelowMissing(place, theirs, ours) || isBelowOther(place))
      continue
    if (place.includes('=') && !enumerated.has(place.slice(0, place.indexOf('=')))) continue
    const isLater = version && own.since && isNewer(own.since, version)
    const isGone = version && own.until && isNewer(version, own.until)
    if (!isLater && !isGone) lines.push(`unknown ${place}`)
  }
  return lines
}

function differences(place: string, own: Fact, fact: Fact, { presence, nullability }: Precision): string[] {
  const lines: string[] = []
  const differ = (what: string): number => lines.push(`differs ${place}: ${what}`)
  if (!isSameKind(own, fact)) differ(`${own.kinds.join('|')} here, ${fact.kinds.join('|')} there`)
  // Members that older servers do not know are optional here.
  const isNew = own.isOptional && own.since !== undefined
  if (presence && !isNew && Boolean(own.isOptional) !== Boolean(fact.isOptional)) {
    differ(own.isOptional ? 'optional here, required there' : 'required here, optional there')
  }
  const isAny = own.kinds.includes('any') || fact.kinds.includes('any')
  if (nullability && !isAny && Boolean(own.isNullable) !== Boolean(fact.isNullable)) {
    differ(own.isNullable ? 'nullable here only' : 'nullable there only')
  }
  return lines
}

function isSameKind(own: Fact, fact: Fact): boolean {
  if (own.kinds.includes('any') || fact.kinds.includes('any')) return true
  // A file may describe a key as a plain string or as a 64-bit number.
  const isAlike = (here: string, there: string): boolean =>
    here === there || (here === 'key' && (there === 'text' || there === 'number'))
  return (
    own.kinds.every((here) => fact.kinds.some((there) => isAlike(here, there))) &&
    fact.kinds.every((there) => own.kinds.some((here) => isAlike(here, there)))
  )
}

/** Returns the places that contain a place, the outermost first. */
function outerPlaces(place: string): string[] {
  return Array.from(place.matchAll(/(?:\.|\[\]|\{\}(?=[.[={]|$)|=| [?<>{])/g), ({ index }) =>
    place.slice(0, index),
  ).filter(Boolean)
}

function isBelowAny(place: string, facts: Facts): boolean {
  return outerPlaces(place).some((outer) => facts.get(outer)?.kinds.includes('any'))
}

/** Whether the containing place is missing, too: one line is enough. */
function isBelowMissing(place: string, from: Facts, all: Facts): boolean {
  return outerPlaces(place).some((outer) => all.has(outer) && !from.has(outer))
}

/** Removes known differences, and adds each correction that is no longer needed. */
export function applyCorrections(lines: readonly string[], corrections: readonly Correction[]): string[] {
  const matchers = corrections.map(({ line }) => {
    const pattern = line.split('*').map((part) => part.replace(/[.?^${}()|[\]\\+]/g, '\\$&'))
    return new RegExp(`^${pattern.join('.*')}$`)
  })
  const needed = new Set<RegExp>()
  const left = lines.filter((line) => {
    const matcher = matchers.find((candidate) => candidate.test(line))
    if (matcher) needed.add(matcher)
    return !matcher
  })
  const unneeded = corrections.filter((_, index) => !needed.has(matchers[index] as RegExp))
  return [...left, ...unneeded.map(({ line }) => `correction no longer needed: ${line}`)]
}

/** Whether version `a` is newer than `b`: 8.10 than 8.9. */
export function isNewer(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) > 0
}
