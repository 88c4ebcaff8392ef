import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ResourceTable, readOperations, type Words } from '@x/rest/shapes'
import { expect, describe as suite, test } from 'vitest'
import { check } from '../src/check.ts'
import { applyCorrections, compare } from '../src/compare.ts'
import { type Described, describe } from '../src/described.ts'
import { diff } from '../src/diff.ts'
import { draft } from '../src/draft.ts'
import { facts } from '../src/facts.ts'
import { readInterface } from '../src/read-interface.ts'
import { readOpenApi } from '../src/read-openapi.ts'
import { closure, commonFile, readFile } from '../src/read-package.ts'

// Camunda's files are not part of this repository. Without them there is nothing to compare.
const folder = process.env.CAMUNDA_SPECS ?? ''
const precise = { presence: true, nullability: true }

suite.skipIf(!existsSync(folder))('with the files of Camunda', () => {
  test("our interfaces match Camunda's files", async () => {
    const found = await check(folder)
    expect([...found.keys()].sort()).toEqual([
      'console',
      'hub',
      'modeler',
      'operate',
      'optimize',
      'orchestration',
      'tasklist',
    ])
    expect([...found.values()].flat()).toEqual([])
  })

  test.each([
    // Text, although the file declares something else: 8.10 describes it as JSON with members.
    [
      'orchestration-v2/8.9/rest-api.yaml',
      ['GET /resources/{}/content: operation returning text here, operation returning json there'],
    ],
    ['orchestration-v2/8.10/rest-api.yaml', []],
    ['hub-v2/camunda-openapi-self-managed.yaml', []],
  ])('a draft of %s says what the file says', (name, known) => {
    const file = join(folder, name)
    const drafted = draft(new Map(), file)
    expect(() => read(drafted)).toThrow('has no doc comment')
    const operations = read(withSentences(drafted))
    const described = readOpenApi(file)
    expect(operations.length).toBe(described.length)
    expect(compare(facts(operations), facts(described), undefined, precise)).toEqual(
      known.map((line) => `differs ${line}`),
    )
  })

  test('a draft adds what is new, and nothing the second time', () => {
    const [old, now] = ['8.9', '8.10'].map((version) => join(folder, 'orchestration-v2', version, 'rest-api.yaml')) as [
      string,
      string,
    ]
    const before = withSentences(draft(new Map(), old))
    const added = draft(before, now, { since: '8.10' })
    const after = new Map([...before, ...withSentences(added)])
    const operations = read(after)
    expect(operations.length).toBe(244)
    expect(draft(after, now).size).toBe(0)
    const lines = compare(facts(operations), facts(readOpenApi(now)), undefined, precise)
    // Left for people: what 8.10 describes differently from 8.9, a value of a type without a name, a new option of a
    // union.
    expect(lines.filter((line) => !/^differs|=DRAINING$/.test(line))).toEqual([
      'missing POST /process-instances >.processDefinitionVersionTag',
    ])
    expect(lines.length).toBeLessThan(50)
    expect(diff(old, now).at(-1)).toContain('61 operations new, 0 gone')
  })
})

/** Creates drafts with a sentence for each method. */
function withSentences(drafted: ReadonlyMap<string, string>): Map<string, string> {
  const write = (text: string): string =>
    text.replaceAll('/**\n   * @operation', '/**\n   * Does it.\n   *\n   * @operation')
  return new Map([...drafted].map(([name, text]) => [name, write(text)]))
}

/** Reads api files like `generate`. */
function read(texts: ReadonlyMap<string, string>): Described[] {
  const common = readFile(commonFile)
  const files = [...texts].map(([name, text]) => readInterface(name, text))
  const tables: Record<string, ResourceTable> = {}
  const words: Record<string, Words> = {}
  for (const file of files) {
    const operations = file.resource?.operations ?? []
    const used = closure(file, new Set(operations.flatMap(({ uses }) => [...uses])), files, common)
    const shapes = Object.fromEntries(used.map(({ declaration }) => [declaration.name, declaration.text]))
    tables[file.name] = {
      routes: Object.fromEntries(operations.map(({ verb, route }) => [verb, route])),
      calls: Object.fromEntries(operations.map(({ verb, call }) => [verb, call])),
      shapes: () => shapes,
    }
    for (const operation of operations) words[`${file.name}.${operation.verb}`] = operation.words
  }
  return readOperations(tables, words).map(describe)
}

suite('a comparison', () => {
  const source = (members: string, path = '/things', tags = ''): Described[] =>
    read(
      new Map([
        [
          'things.ts',
          `import type { CallOptions, Key, OpenEnum } from '@x/rest'
/** Things. */
export interface Things {
  /** Returns it. @operation GET ${path} ${tags} */
  get(options?: CallOptions): Promise<Thing>
}
export interface Thing { ${members} }`,
        ],
      ]),
    )
  const truth =
    "id: string; state?: OpenEnum<'A' | 'B'> | undefined; key: Key<'ThingKey'> | null; part: { name: string }[]"
  const lines = (members: string, path?: string, tags?: string): string[] =>
    compare(facts(source(members, path, tags)), facts(source(truth)), '8.9', precise)

  test('finds no differences between equal descriptions', () => {
    expect(lines(truth)).toEqual([])
    expect(lines(truth.replace('/things', '/things'), '/things')).toEqual([])
  })

  test.each([
    [truth.replace('id:', 'ident:'), ['missing GET /things <.id', 'unknown GET /things <.ident']],
    [truth.replace('id:', 'id?:'), ['differs GET /things <.id: optional here, required there']],
    [truth.replace('state?:', 'state:'), ['differs GET /things <.state: required here, optional there']],
    [truth.replace("| 'B'", "| 'C'"), ['missing GET /things <.state=B', 'unknown GET /things <.state=C']],
    [truth.replace(' | null', ''), ['differs GET /things <.key: nullable there only']],
    [truth.replace('id: string', 'id: number'), ['differs GET /things <.id: number here, text there']],
    [truth.replace("Key<'ThingKey'>", 'string'), ['differs GET /things <.key: text here, key there']],
    [truth.replace('{ name: string }[]', '{ name: string }'), ['differs GET /things <.part: object here, array there']],
    [`${truth}; more?: { a: string }`, ['unknown GET /things <.more']],
    [`${truth}; /** @since 8.10 */ more?: string`, []],
    [`${truth}; /** @until 8.8 */ more?: string`, []],
    [truth.replace('id:', '/** @since 8.10 */ id?:'), ['early GET /things <.id: @since 8.10, 8.9 there']],
    [truth.replace('{ name: string }[]', 'unknown'), []],
  ])('reports a planted mistake: %s', (members, expected) => {
    expect(lines(members)).toEqual(expected)
  })

  test('reports an operation at another path in one line', () => {
    expect(lines(truth, '/thing')).toEqual(['missing GET /things', 'unknown GET /thing'])
  })

  test('reports a correction that is no longer needed', () => {
    const corrections = [
      { line: 'differs *.id: optional here, required there', why: 'A test.' },
      { line: 'missing *', why: 'A test.' },
    ]
    expect(applyCorrections(lines(truth.replace('id:', 'id?:')), corrections)).toEqual([
      'correction no longer needed: missing *',
    ])
  })
})
