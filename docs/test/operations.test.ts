import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { apis, clientOf, deprecationOfAll, packageOf, permissionOf, versionsOf, wireOf } from '../src/apis.ts'
import { readSite, site, toText } from './support/site.ts'

/** The name of a page, as TypeDoc makes it of a title. */
const slug = (title: string): string => title.toLowerCase().replaceAll(' ', '-')

/** Words as the site shows them. */
const withoutCode = (words = ''): string => words.replaceAll('`', '')

test('every API has operations', () => {
  expect(apis.map(({ operations }) => operations.length).every((count) => count > 0)).toBe(true)
})

describe.each(apis)('$name', (api) => {
  const table = readSite(`operations/${slug(api.title)}.html`)
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
    const deprecated = withoutCode(operation.deprecated)
    for (const words of [wireOf(api, operation), versionsOf(operation), withoutCode(permissionOf(operation))]) {
      expect(toText(row)).toContain(words)
      expect(toText(section)).toContain(words)
    }
    expect(toText(section)).toContain(deprecated)
    expect(toText(operation.deprecated === deprecationOfAll(api) ? table : row)).toContain(deprecated)
    expect(section).toContain(`<li>Request: <code>${wireOf(api, operation)}</code></li>`)
  })
})

describe.each(apis)('the resources of $name', (api) => {
  const folder = `reference/${api.name}`
  const resources = [...readSite(`${folder}/${clientOf(api)}.md`).matchAll(/\[`(\w+)`\]\((\w+)\.md\)/g)]

  test('are the interfaces of the client, a page for each, which says how to import it alone', () => {
    const names = new Set(api.operations.map(({ id }) => id.split('.')[0]))
    expect(resources.length).toBe(names.size)
    for (const [, , page = ''] of resources) {
      expect(readSite(`${folder}/${page}.md`)).toMatch(
        new RegExp(`import \\{ create\\w+ \\} from '${packageOf(api)}/[a-z-]+'`),
      )
    }
  })

  test('stand first in the main entry, and in llms.txt', () => {
    const [, list = ''] = readSite(`${folder}/main.md`).split(/^## /m)
    expect(list.split('\n')[0]).toBe('Resources')
    for (const [, , page = ''] of resources) {
      expect(list).toContain(`](${page}.md)`)
      expect(readSite('llms.txt')).toContain(`](${folder}/${page}.md): `)
    }
  })

  test('have no pages of their sub-paths, checked or not: these would say the same again', () => {
    const pages = readdirSync(`${site}${folder}`, { recursive: true, encoding: 'utf8' })
    const inFolders = pages.filter((name) => name.includes('/')).map((name) => name.split('/')[0] ?? '')
    // `node` has functions of its own.
    expect(new Set(inFolders.filter((name) => name !== 'node'))).toEqual(new Set(['operations', 'unchecked']))
    const unchecked = readSite(`${folder}/unchecked/index.md`)
    expect(unchecked).toContain(`\`${packageOf(api)}/unchecked/`)
    expect(unchecked).not.toContain('Re-exports')
  })
})
