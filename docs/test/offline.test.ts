import { readdirSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { docsFolder } from '../src/navigation.ts'
import { apis } from '../src/operations/apis.ts'
import { files, pages, readSite } from './support/site.ts'

test('no page loads anything from another host', () => {
  expect(pages.length).toBeGreaterThan(200)
  const loads =
    /<(?:script|img|iframe|source|video|audio|object|embed)\b[^>]*\s(?:src|srcset|data)="([^"]*)"|<link\b[^>]*\shref="([^"]*)"/g
  for (const page of pages) {
    const loaded = [...readSite(page).matchAll(loads)].map(([, source, link]) => source ?? link ?? '')
    expect(loaded.length, page).toBeGreaterThan(1)
    expect(
      loaded.filter((address) => /^(\w+:)?\/\//.test(address)),
      page,
    ).toEqual([])
  }
})

test('no script and no style asks another host', () => {
  // Pages are text in a script of their own, and show code that asks hosts.
  const assets = files.filter((name) => /^assets\/.*\.(js|css)$/.test(name) && !/\.md\./.test(name))
  expect(assets.some((name) => name.endsWith('.css'))).toBe(true)
  for (const page of pages) expect(readSite(page), page).not.toContain('VPSocialLink"')
  expect(assets.some((name) => /^assets\/app\..*\.js$/.test(name))).toBe(true)
  for (const asset of assets.filter((name) => !/localSearchIndex|metadata/.test(name))) {
    // The icon service of social links, of which the site has none.
    const text = readSite(asset).replaceAll("url('https://api.iconify.design/", '')
    expect(text, asset).not.toMatch(/@import|url\(\s*["']?(https?:)?\/\/|\bsendBeacon\b/)
    expect(text, asset).not.toMatch(/\b(?:fetch|import)\(\s*["'`](?:https?:)?\/\//)
    // Browsers without `rel=prefetch` load the next page of the site with it.
    expect(text.match(/\bXMLHttpRequest\b/g)?.length ?? 0, asset).toBe(asset.includes('framework') ? 1 : 0)
  }
})

test('the navigation has what people look for at the top, and a sidebar for each section', () => {
  const home = readSite('index.html')
  const header = home.slice(home.indexOf('class="VPNav"'), home.indexOf('id="VPContent"'))
  const places = ['Guides', 'Runtimes', 'Cookbook', 'Operations', 'Reference', 'More'].map((title) =>
    header.indexOf(title),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  const sidebar = readSite('operations/orchestration/incidents.html')
  const titles = apis.map(({ title }) => sidebar.indexOf(`>${title}</h`))
  expect(titles).not.toContain(-1)
  expect(titles).toEqual(titles.toSorted((a, b) => a - b))
  expect(readSite('guides/workers.html')).toContain('href="/guides/credentials.html"')
  expect(readSite('guides/workers.html')).not.toContain('href="/reference/auth/main.html"')
})

test('light and dark: the theme has both, and every drawing follows', () => {
  const style = files.find((name) => /^assets\/style.*\.css$/.test(name)) ?? ''
  expect(readSite(style)).toMatch(/\.dark\{/)
  expect(readSite('index.html')).toContain('prefers-color-scheme: dark')
  const drawings = files.filter((name) => name.startsWith('media/') && name.endsWith('.svg'))
  expect(drawings.length).toBeGreaterThan(0)
  for (const drawing of drawings) expect(readSite(drawing), drawing).toContain('prefers-color-scheme: dark')
})

test('pictures are there in light and dark, and small', () => {
  const folder = new URL('pictures/', docsFolder)
  const pictures = readdirSync(folder)
  expect(pictures.sort()).toEqual(['playground-dark.webp', 'playground-light.webp'])
  const bytes = pictures.map((name) => statSync(new URL(name, folder)).size)
  for (const size of bytes) expect(size).toBeGreaterThan(10_000)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000)
  for (const name of pictures) {
    expect(readSite('index.html')).toContain(`media/docs-pictures-${name}"`)
    expect(readSite('../../README.md')).toContain(`docs/pictures/${name}"`)
  }
})
