import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findBrokenLinks } from '../src/check-links.ts'

test('the docs of one package are a site of their own', async () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  execFileSync(process.execPath, [main, '@x/env'], { stdio: 'pipe' })
  const out = fileURLToPath(new URL('../dist/env/', import.meta.url))
  expect(await findBrokenLinks(out)).toEqual([])
  expect(readFileSync(`${out}index.html`, 'utf8')).toContain('<title>@x/env')
  expect(readFileSync(`${out}llms.txt`, 'utf8')).toContain('](reference/parseCredentials.md)')
  const pages = readdirSync(`${out}reference`)
  expect(pages).toEqual(expect.arrayContaining(['parseCredentials.html', 'parseCredentials.md']))
  expect(pages).not.toContain('createOAuth.html')
})
