import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { apis, clientOf, packageOf } from '../src/operations/apis.ts'
import { pageOf } from '../src/operations/card.ts'
import { clientVariable } from '../src/operations/example.ts'
import { readSite } from './support/site.ts'

const folder = new URL('../.pages/examples/', import.meta.url)
const compiler = fileURLToPath(new URL('../../node_modules/typescript7/bin/tsc', import.meta.url))

test('the example of every operation compiles', { timeout: 120_000 }, () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const api of apis) {
    const examples = [...new Set(api.operations.map(pageOf))].flatMap((page) =>
      [...readSite(`operations/${api.name}/${page}.md`).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code),
    )
    expect(examples.length).toBe(api.operations.length)
    const functions = examples.map((code, index) => `export async function example${index}() {\n${code}}\n`)
    writeFileSync(
      new URL(`${api.name}.ts`, folder),
      `import type { ${clientOf(api)} } from '${packageOf(api)}'\ndeclare const ${clientVariable(api)}: ${clientOf(api)}\n${functions.join('')}`,
    )
  }
  const tsconfig = {
    extends: '../../../tsconfig.base.json',
    compilerOptions: { noUnusedLocals: false },
    include: ['*.ts'],
  }
  writeFileSync(new URL('tsconfig.json', folder), JSON.stringify(tsconfig))
  const args = [compiler, '-p', fileURLToPath(folder)]
  const run = (): string => execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' })
  expect(run).not.toThrow()
  // The same compiler finds what is wrong.
  writeFileSync(
    new URL('wrong.ts', folder),
    "import type { OperateClient } from '@x/operate'\ndeclare const operate: OperateClient\nexport const page = operate.incidents.search({ filter: { state: 1 } })\n",
  )
  expect(run).toThrow()
})
