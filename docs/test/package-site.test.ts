import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findBrokenLinks } from '../src/check-links.ts'

test('the docs of one package are a site of their own, for any path of a host', { timeout: 240_000 }, async () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const env = { ...process.env, DOCS_BASE: '/docs/env/' }
  execFileSync(process.execPath, [main, '@x/env'], { stdio: 'pipe', env })
  const out = fileURLToPath(new URL('../dist/env/', import.meta.url))
  // Served below the path that it was built for.
  const host = await mkdtemp(join(tmpdir(), 'host-'))
  try {
    await cp(out, join(host, 'docs/env'), { recursive: true })
    expect(await findBrokenLinks(host)).toEqual([])
  } finally {
    await rm(host, { recursive: true })
  }
  expect(readFileSync(`${out}index.html`, 'utf8')).toContain(' src="/docs/env/assets/app.')
  expect(readFileSync(`${out}index.html`, 'utf8')).toContain('<title>@x/env')
  expect(readFileSync(`${out}llms.txt`, 'utf8')).toContain('](reference/env/main.md)')
  const pages = readdirSync(`${out}reference`, { recursive: true, encoding: 'utf8' })
  expect(pages).toEqual(expect.arrayContaining(['env/main.html', 'env/main.md', 'env/explain.html']))
  expect(pages.filter((name) => !name.startsWith('env'))).toEqual(['index.html', 'index.md'])
  expect(readFileSync(`${out}reference/env/main.md`, 'utf8')).toContain('### parseCredentials()')
})
