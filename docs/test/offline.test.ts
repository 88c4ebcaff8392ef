import { existsSync, readdirSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { apis } from '../src/apis.ts'
import { readSite, site } from './support/site.ts'

const files = readdirSync(site, { recursive: true, encoding: 'utf8' })

/** What the scripts of the page unpack. */
function unpack(script: string) {
  const [, packed = ''] = /"([^"]*)"/.exec(readSite(script)) ?? []
  return JSON.parse(inflateSync(Buffer.from(packed, 'base64')).toString())
}

test('no page loads anything from another host', () => {
  const pages = files.filter((name) => name.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(100)
  const loads =
    /<(?:script|img|iframe|source|video|audio|object|embed)\b[^>]*\s(?:src|data)="([^"]*)"|<link\b[^>]*\shref="([^"]*)"/g
  for (const page of pages) {
    const loaded = [...readSite(page).matchAll(loads)].map(([, source, link]) => source ?? link ?? '')
    expect(
      loaded.filter((address) => /^(\w+:)?\/\//.test(address)),
      page,
    ).toEqual([])
  }
})

test('no script and no style asks another host', () => {
  const assets = files.filter((name) => /^assets\/.*\.(js|css)$/.test(name))
  expect(assets).toEqual(expect.arrayContaining(['assets/main.js', 'assets/style.css']))
  for (const asset of assets) {
    const text = readSite(asset)
    expect(text, asset).not.toMatch(
      /@import|url\(\s*["']?(https?:)?\/\/|\bXMLHttpRequest\b|\bsendBeacon\b|\bfetch\(|\bimport\(/,
    )
  }
})

test('search has its index in a script, which pages from a disk may load too, and finds guides and names', () => {
  const { rows } = unpack('assets/search.js') as { rows: { name: string; url: string }[] }
  const urls = (name: string): string[] => rows.filter((row) => row.name === name).map(({ url }) => url)
  expect(urls('createOAuth')).toEqual(['reference/auth/createOAuth.html'])
  expect(urls('Choosing a storage')).toEqual(['guides/choosing-a-storage.html'])
  for (const { url } of rows) expect(existsSync(`${site}${url.split('#')[0]}`), url).toBe(true)
})

test('the navigation has the guides first, then operations and figures, and the reference last', () => {
  const navigation = unpack('assets/navigation.js') as { text: string; children?: { text: string }[] }[]
  const titles = navigation.map(({ text }) => text)
  const pages = ['Guides', 'Operations', 'Measured', 'Examples', 'Project', 'Decisions']
  expect(titles.slice(0, pages.length)).toEqual(pages)
  expect(titles.slice(pages.length).every((title) => title.startsWith('@x/'))).toBe(true)
  const operations = navigation[1]?.children?.map(({ text }) => text)
  expect(operations?.[0]).toBe('Orchestration Cluster API')
  expect(operations).toEqual(apis.map(({ title }) => title))
})

test('light and dark: the theme has both, and every drawing follows', () => {
  const style = readSite('assets/style.css')
  expect(style).toContain('prefers-color-scheme: dark')
  expect(style).toMatch(/\[data-theme="dark"\]/)
  const drawings = files.filter((name) => name.startsWith('media/') && name.endsWith('.svg'))
  expect(drawings.length).toBeGreaterThan(0)
  for (const drawing of drawings) expect(readSite(drawing), drawing).toContain('prefers-color-scheme: dark')
})
