import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { docCommentSnippets, markdownSnippets, type Snippet } from '../src/find-snippets.ts'
import { declarePublicNames } from '../src/public-names.ts'

const root = new URL('../../../..', import.meta.url).pathname
const here = new URL('..', import.meta.url).pathname
const out = join(here, '.snippets')

async function findSnippets(): Promise<Snippet[]> {
  const snippets: Snippet[] = []
  for (const folder of ['', 'packages', 'docs']) {
    const files = await readdir(join(root, folder), { recursive: folder !== '' })
    for (const file of files.filter((file) => !/node_modules|(^|\/)(dist|site|\.\w+)\//.test(file))) {
      const path = join(root, folder, file)
      const place = relative(root, path)
      if (file.endsWith('.md')) snippets.push(...markdownSnippets(await readFile(path, 'utf8'), place))
      else if (/\/src\/.*\.ts$/.test(path)) snippets.push(...docCommentSnippets(await readFile(path, 'utf8'), place))
    }
  }
  return snippets
}

it('every example of the READMEs and the doc comments compiles', async () => {
  const snippets = await findSnippets()
  expect(snippets.length).toBeGreaterThan(10)
  await rm(out, { recursive: true, force: true })
  await mkdir(out)
  const names = new Map<string, string>()
  for (const [index, { place, code }] of snippets.entries()) {
    const name = `${String(index).padStart(3, '0')}.ts`
    names.set(name, place)
    await writeFile(join(out, name), `${code}\nexport {}\n`)
  }
  await writeFile(join(out, 'public-names.d.ts'), await declarePublicNames())
  await writeFile(
    join(out, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../../tsconfig.base.json',
      compilerOptions: {
        types: ['node'],
        noUnusedLocals: false,
        noUnusedParameters: false,
        noUncheckedIndexedAccess: false,
      },
      include: ['*.ts', '../src/prelude.d.ts'],
    }),
  )
  const report = await new Promise<string>((resolve) => {
    execFile('tsc', ['-p', out, '--pretty', 'false'], { cwd: here }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    )
  })
  const named = report.replaceAll(/^\.snippets\/(\d+\.ts)/gm, (_, name: string) => `${names.get(name)} (${name})`)
  expect(named).toBe('')
})
