import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { markdownSnippets } from '../src/find-snippets.ts'

const root = new URL('../../../..', import.meta.url).pathname

function syncQuotes(repository: string, ...args: string[]): Promise<{ code: number; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(repository, 'tools/sync/quotes.mjs'), ...args], (error, _stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stderr }),
    )
  })
}

/** A checkout with these files and the script, without installed packages. */
async function makeRepository(files: Readonly<Record<string, readonly string[]>>) {
  const repository = await mkdtemp(join(tmpdir(), 'quotes-'))
  onTestFinished(() => rm(repository, { recursive: true }))
  await cp(join(root, 'tools/sync/quotes.mjs'), join(repository, 'tools/sync/quotes.mjs'))
  for (const [path, lines] of Object.entries(files)) {
    await mkdir(dirname(join(repository, path)), { recursive: true })
    await writeFile(join(repository, path), lines.join('\n'))
  }
  return {
    sync: (...args: string[]) => syncQuotes(repository, ...args),
    read: async (path: string) => (await readFile(join(repository, path), 'utf8')).split('\n'),
  }
}

it("the quotes in this repository's Markdown match their files", async () => {
  expect(await syncQuotes(root, '--check')).toEqual({ code: 0, stderr: '' })
})

it('fills fences with regions: of TypeScript, YAML and HTML, nested, indented, or the whole file', async () => {
  const { sync, read } = await makeRepository({
    'src/a.ts': [
      '// #region all',
      'function f() {',
      '  // #region inner',
      '  if (x) {',
      '',
      '    y()',
      '  }',
      '  // #endregion inner',
      '}',
      '// #endregion all',
      'export {}',
      '',
    ],
    'src/a.yml': ['on: push', '# region job', 'job:', '  # a comment on a region', '  run: x', '# endregion job'],
    'src/a.html': ['<!-- #region form -->', '<form>', '<!-- #endregion form -->'],
    'README.md': [
      '<!-- quote: src/a.ts#all -->',
      '```ts',
      'old',
      '```',
      'Text.',
      '- item',
      '  <!-- quote: src/a.ts#inner -->',
      '  ```ts',
      '  ```',
      '<!-- quote: src/a.yml#job -->',
      '```yaml',
      '```',
      '<!-- quote: src/a.html#form -->',
      '```html',
      '```',
    ],
    'docs/guides/guide.md': [
      '````md',
      '<!-- quote: nowhere.ts -->',
      '```ts',
      '```',
      '````',
      '<!-- quote: src/a.ts -->',
      '```ts',
      '```',
    ],
    'node_modules/x/README.md': ['<!-- quote: nowhere.ts -->'],
  })
  const { code, stderr } = await sync('--check')
  expect(code).toBe(1)
  expect(stderr).toContain('README.md:1: is not what src/a.ts#all says. Run node tools/sync/quotes.mjs.\n')
  expect(await sync()).toEqual({ code: 0, stderr: '' })
  const whole = ['function f() {', '  if (x) {', '', '    y()', '  }', '}']
  expect(await read('README.md')).toEqual([
    '<!-- quote: src/a.ts#all -->',
    '```ts',
    ...whole,
    '```',
    'Text.',
    '- item',
    '  <!-- quote: src/a.ts#inner -->',
    '  ```ts',
    '  if (x) {',
    '',
    '    y()',
    '  }',
    '  ```',
    '<!-- quote: src/a.yml#job -->',
    '```yaml',
    'job:',
    '  # a comment on a region',
    '  run: x',
    '```',
    '<!-- quote: src/a.html#form -->',
    '```html',
    '<form>',
    '```',
  ])
  expect((await read('docs/guides/guide.md')).slice(4)).toEqual([
    '````',
    '<!-- quote: src/a.ts -->',
    '```ts',
    ...whole,
    'export {}',
    '```',
  ])
  expect(await sync('--check')).toEqual({ code: 0, stderr: '' })
})

it('names each quote without a source, and leaves it unchanged', async () => {
  const lines = [
    '<!-- quote: src/b.ts -->',
    '```ts',
    'as it was',
    '```',
    '<!-- quote: src/a.ts#other -->',
    '```ts',
    '```',
    '<!-- quote: src/a.ts#open -->',
    '```ts',
    '```',
    '<!-- quote: src/a.md -->',
    '```md',
    '```',
    '<!-- quote: src/a.ts -->',
  ]
  const { sync, read } = await makeRepository({
    'src/a.ts': ['// #region open', 'a()'],
    'src/a.md': ['```sh', '```'],
    'README.md': lines,
  })
  for (const args of [['--check'], []]) {
    const { code, stderr } = await sync(...args)
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([
      'README.md:1: there is no file src/b.ts to quote',
      'README.md:5: src/a.ts has no region other to quote',
      'README.md:8: the region open of src/a.ts is never closed',
      'README.md:11: src/a.md has a fence of its own, which would end the quote',
      'README.md:14: no fence stands behind the comment that quotes src/a.ts',
    ])
  }
  expect(await read('README.md')).toEqual(lines)
})

it('quoted fences are compiled in their files, all others here', () => {
  const text = '<!-- quote: a.ts -->\n```ts\nquoted()\n```\n\n```ts\nown()\n```\n'
  expect(markdownSnippets(text, 'README.md')).toEqual([{ place: 'README.md:7', code: 'own()\n' }])
})
