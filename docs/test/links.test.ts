import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrokenLinks } from '../src/check-links.ts'
import { site } from './support/site.ts'

test('every link of the site leads somewhere', async () => {
  expect(await findBrokenLinks(site)).toEqual([])
})

test('a link that leads nowhere is found, whatever it looks like', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'links-'))
  try {
    await writeFile(
      join(folder, 'a.html'),
      '<h2 id="here">A</h2><a href="b.html"></a><a href="#here"></a><a href="#there"></a>',
    )
    await writeFile(
      join(folder, 'c.html'),
      '<a href="a.html#here"></a><img src="d.png"><a href="http://example.com/"></a><a href="https://"></a>',
    )
    await writeFile(join(folder, 'e.md'), '[a](a.html) [f](f.md) `[g](g.md)`\n```md\n[h](h.md)\n```\n')
    expect((await findBrokenLinks(folder)).sort()).toEqual([
      'a.html: #there has no such place on its page',
      'a.html: b.html leads nowhere',
      'c.html: d.png leads nowhere',
      'c.html: http://example.com/ is not https',
      'c.html: https:// is no URL',
      'e.md: f.md leads nowhere',
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})
