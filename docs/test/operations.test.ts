import { describe, expect, test } from 'vitest'
import {
  apis,
  clientOf,
  deprecationOfAll,
  deprecationText,
  packageOf,
  permissionOf,
  versionsOf,
  wireOf,
} from '../src/operations/apis.ts'
import { cardAddress, pageOf } from '../src/operations/card.ts'
import { replacements } from '../src/operations/replacements.ts'
import { pages, readSite, toText } from './support/site.ts'

/** Words as the site shows them. */
const withoutCode = (words = ''): string => words.replaceAll('`', '')

test('every API has operations', () => {
  expect(apis.map(({ operations }) => operations.length).every((count) => count > 0)).toBe(true)
})

describe.each(apis)('$name', (api) => {
  const resources = [...new Set(api.operations.map(pageOf))]
  const cards = new Map(
    resources.flatMap((page) => {
      const [, ...parts] = readSite(`operations/${api.name}/${page}.html`).split('<div class="operation">')
      return parts.map((card) => [toText(/<h2[^>]*>(.*?)<a/.exec(card)?.[1] ?? '').trim(), card] as const)
    }),
  )

  test('has a page for each resource, a card for each operation, and no other', () => {
    expect([...cards.keys()].sort()).toEqual(api.operations.map(({ id }) => id).sort())
    const folder = `operations/${api.name}/`
    expect(pages.filter((name) => name.startsWith(folder)).sort()).toEqual(
      [...resources, 'index'].map((name) => `${folder}${name}.html`).sort(),
    )
  })

  test('its overview leads to each card', () => {
    const overview = readSite(`operations/${api.name}/index.html`)
    for (const operation of api.operations) {
      const [page, anchor] = cardAddress({ api, operation }).split('/').at(-1)?.split('.md#') ?? []
      expect(overview).toContain(`href="./${page}.html#${anchor}"`)
      expect(readSite(`operations/${api.name}/${page}.html`)).toContain(`id="${anchor}"`)
    }
  })

  test.each(api.operations)('$id: card and reference name request, permission, versions', (operation) => {
    const card = cards.get(operation.id) ?? ''
    const page = readSite(`reference/${api.name}/${pageOf(operation)}.html`)
    const request = page.indexOf(`Request: <code>${wireOf(api, operation)}</code>`)
    expect(request).toBeGreaterThan(0)
    const reference = page.slice(request, page.indexOf('</ul>', request))
    for (const words of [versionsOf(operation), withoutCode(permissionOf(operation))]) {
      expect(toText(card)).toContain(words)
      expect(toText(reference)).toContain(words)
    }
    expect(toText(card).replaceAll(/\s+/g, ' ')).toContain(wireOf(api, operation))
    const deprecated = withoutCode(operation.deprecated && deprecationText(operation.deprecated))
    expect(toText(reference)).toContain(deprecated)
    const above = readSite(`operations/${api.name}/${pageOf(operation)}.html`).split('<div class="operation">')[0] ?? ''
    expect(toText(operation.deprecated === deprecationOfAll(api) ? above : card)).toContain(deprecated)
  })

  test.each(api.operations)('$id: its card has every field that goes in, and an example', (operation) => {
    const card = cards.get(operation.id) ?? ''
    const names = [operation.query, operation.body, operation.form].flatMap((schema) =>
      schema?.shape.kind === 'object' ? schema.shape.members.map(({ name }) => name) : [],
    )
    for (const name of [...Object.keys(operation.params ?? {}), ...names])
      expect(card).toContain(`<code>${name}</code>`)
    expect(toText(card)).toContain(`.${operation.id}(`)
  })

  test('its resources are pages of the reference, which begin with their methods and say how to import them alone', () => {
    const client = readSite(`reference/${api.name}/main.md`)
    expect(client).toContain(`### ${clientOf(api)}`)
    for (const page of resources) {
      const markdown = readSite(`reference/${api.name}/${page}.md`)
      expect(markdown.split(/^## /m)[1]).toMatch(/^Resource\n/)
      expect(markdown).toMatch(new RegExp(`import \\{ create\\w+ \\} from '${packageOf(api)}/${page}'`))
      expect(readSite('llms.txt')).toContain(`](reference/${api.name}/${page}.md): `)
    }
  })

  test('the unchecked entries have no pages of their own, which would say the same again', () => {
    const names = pages.filter((name) => name.startsWith(`reference/${api.name}/unchecked`))
    expect(names).toEqual([])
    expect(readSite(`reference/${api.name}/main.md`)).toContain(`\`${packageOf(api)}/unchecked/`)
  })
})

test('cards say what objects contain', () => {
  const folders = apis.map(({ name }) => `operations/${name}/`)
  const cards = pages.filter((page) => folders.some((folder) => page.startsWith(folder)))
  const markdown = cards.map((page) => readSite(page.replace('.html', '.md'))).join('\n')
  const bare = markdown
    .split('\n')
    .filter((line) => /(\| |\*\*: |Returns\*\* |list of )(object|any)\b(?! JSON value)/.test(line))
  expect(bare).toEqual([])
  const instances = readSite('operations/orchestration/process-instances.md')
  // A filter has the name of its type, and its members in place.
  expect(instances).toContain('| `filter` | `ProcessInstanceFilter` |')
  expect(instances).toMatch(/^\| `filter\.hasIncident` \|/m)
  // So do the options of a union, with what only one of them has.
  expect(instances).toContain('**Body**: `CreateProcessInstanceByKey` or `CreateProcessInstanceById` or')
  expect(instances).toMatch(
    /^\| `processDefinitionKey` \| key \| Only in `CreateProcessInstanceByKey`, and required there/m,
  )
  // Maps and variables have any names.
  expect(readSite('operations/orchestration/system.md')).toContain('| `tenants` | `{ [name]: TenantUsageMetrics }` |')
  expect(instances).toContain('| `variables` | JSON object |')
})

test('what v2 replaces is beside it, in both places, with the names that differ', () => {
  expect(replacements.length).toBeGreaterThan(25)
  for (const { older, newer } of replacements) {
    for (const [here, there] of [
      [older, newer],
      [newer, older],
    ] as const) {
      const page = readSite(`operations/${here.api.name}/${pageOf(here.operation)}.html`)
      expect(page).toContain(`../../${cardAddress(there).replace('.md#', '.html#')}"`)
    }
  }
  expect(readSite('operations/operate/incidents.md')).toContain('| `message` | `errorMessage` |')
})

test('the outline leaves out the name of the resource, the Markdown does not', () => {
  const page = readSite('operations/orchestration/incidents.html')
  expect(page).toMatch(/<h2 id="incidentssearch"[^>]*><span class="ignore-header">incidents\.<\/span>search <a /)
  expect(readSite('operations/orchestration/incidents.md')).toContain('\n## incidents.search\n')
})

test('each error status has its own line', () => {
  expect(readSite('operations/orchestration/incidents.md')).toMatch(/^- 404 if [^;\n]*\n- 409 if /m)
})

test('a default in words is not shown as code', () => {
  const worker = readSite('reference/worker/main.md')
  expect(worker).toMatch(/^\| `tenantIds\?` \| .* \*\*Default\*\* the client's \|$/m)
  expect(worker).toMatch(/^\| `maxJobs\?` \| .* \*\*Default\*\* `32` \|$/m)
})

test('a deprecation is a sentence', () => {
  expect(toText(readSite('operations/operate/incidents.html'))).toContain('Deprecated since Camunda 8.8, in favor of')
})
