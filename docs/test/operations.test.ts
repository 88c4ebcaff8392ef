import { Comment, type DeclarationReflection, Logger, LogLevel, type SignatureReflection } from 'typedoc'
import { describe, expect, test } from 'vitest'
import { apis, permissionOf, versionsOf, wireOf } from '../src/apis.ts'
import { describeMethod } from '../src/typedoc/operations.ts'
import { readSite, toText } from './support/site.ts'

const pages = { console: 'console', modeler: 'web-modeler', operate: 'operate' } as Record<string, string>

test('every API has operations', () => {
  expect(apis.map(({ operations }) => operations.length).every((count) => count > 0)).toBe(true)
})

describe.each(apis)('$packageName', (api) => {
  const table = readSite(`operations/${pages[api.name]}.html`)
  const rows = [...table.matchAll(/<tr>\s*<td>[\s\S]*?<\/tr>/g)].map(([row]) => row)

  test('its page has a row for each operation and no other', () => {
    expect(rows.map((row) => toText(/<code>(.*?)<\/code>/.exec(row)?.[1] ?? ''))).toEqual(
      api.operations.map(({ id }) => id),
    )
  })

  test.each(api.operations)('$id: table and reference name request, permission, versions', (operation) => {
    const row = rows[api.operations.indexOf(operation)] ?? ''
    const [, page = '', anchor = ''] = /href="\.\.\/([^"#]*)#([^"]*)"/.exec(row) ?? []
    const html = readSite(page)
    const start = html.indexOf(`id="${anchor}"`)
    expect(start).toBeGreaterThan(0)
    const section = html.slice(start, html.indexOf('<section class="tsd-panel tsd-member"', start))
    const said = [
      wireOf(api, operation),
      versionsOf(api, operation),
      permissionOf(operation) ?? '',
      operation.deprecated ?? '',
    ]
    for (const words of said) {
      expect(toText(row)).toContain(words)
      expect(toText(section)).toContain(words)
    }
    expect(section).toContain(`<li>Request: <code>${wireOf(api, operation)}</code></li>`)
  })
})

describe('a doc comment and its table', () => {
  class Recorder extends Logger {
    readonly said: string[] = []
    override log(message: string, level: LogLevel): void {
      if (level === LogLevel.Error) this.said.push(message)
    }
  }
  const [api] = apis
  const operation = api?.operations.find(({ id }) => id === 'clusters.get')
  function describeComment(...summary: [kind: 'text' | 'code', text: string][]) {
    if (!api || !operation) throw new Error('There is no clusters.get.')
    const comment = new Comment(summary.map(([kind, text]) => ({ kind, text })))
    const logger = new Recorder()
    const signature = { comment } as SignatureReflection
    describeMethod({ api, operation, method: { signatures: [signature] } as DeclarationReflection }, logger)
    return { summary: Comment.combineDisplayParts(comment.summary), problems: logger.said }
  }

  test('a request that the table does not have is an error', () => {
    const { problems } = describeComment(['text', 'One cluster.\n\n'], ['code', '`GET /clusters/{id}`'])
    expect(problems).toEqual(['@x/console: the comment of clusters.get says `GET /clusters/{id}`, its table does not.'])
  })

  test('what the table says as well is said once, what else stands there stays', () => {
    const request: ['code', string] = ['code', '`GET /clusters/{clusterUuid}`']
    const { summary, problems } = describeComment(['text', 'One cluster.\n\n'], request, [
      'text',
      ', permission Cluster: get. Enterprise only.',
    ])
    expect(summary).toBe('One cluster.\n\nEnterprise only.')
    expect(problems).toEqual([])
    expect(describeComment(['text', 'One cluster. '], request).summary.trim()).toBe('One cluster.')
    expect(describeComment(['text', 'One. '], request, ['text', ', up to 8.9.']).summary).toContain(request[1])
  })
})
