import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readResources } from '../src/node.ts'

const files = [
  'order.bpmn',
  'a.form',
  'b.form',
  'c.form',
  '[x].bpmn',
  '.hidden.bpmn',
  '.cache/order.bpmn',
  'node_modules/lib/order.bpmn',
  'deep/order.bpmn',
  'deep/.DS_Store',
  'deep/down/dish.dmn',
  'deep/down/a+b (1).bpmn',
]
let cwd: string

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'resources-'))
  for (const name of files) {
    await mkdir(dirname(join(cwd, name)), { recursive: true })
    await writeFile(join(cwd, name), name)
  }
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

test.each([
  ['order.bpmn', ['order.bpmn']],
  ['./order.bpmn', ['order.bpmn']],
  ['*.bpmn', ['[x].bpmn', 'order.bpmn']],
  ['**/*.bpmn', ['[x].bpmn', 'deep/down/a+b (1).bpmn', 'deep/order.bpmn', 'order.bpmn']],
  ['**/*.{bpmn,dmn}', ['[x].bpmn', 'deep/down/a+b (1).bpmn', 'deep/down/dish.dmn', 'deep/order.bpmn', 'order.bpmn']],
  ['deep/**', ['deep/down/a+b (1).bpmn', 'deep/down/dish.dmn', 'deep/order.bpmn']],
  ['deep/down/a+b (1).bpmn', ['deep/down/a+b (1).bpmn']],
  ['?.form', ['a.form', 'b.form', 'c.form']],
  ['[ab].form', ['a.form', 'b.form']],
  ['[a-b].form', ['a.form', 'b.form']],
  ['[!ab].form', ['c.form']],
  ['[^ab].form', ['c.form']],
  ['[[]x].bpmn', ['[x].bpmn']],
  ['{a,{b,c}}.form', ['a.form', 'b.form', 'c.form']],
  ['deep[/]order.bpmn', undefined],
  ['deep?order.bpmn', undefined],
  ['deep[!x]order.bpmn', undefined],
  ['.hidden.bpmn', undefined],
  ['.cache/*', undefined],
  ['**/.DS_Store', undefined],
  ['node_modules/**', undefined],
  ['../*', undefined],
])('%s matches %j', async (pattern, names) => {
  const read = readResources(pattern, { cwd })
  if (!names) return expect(read).rejects.toThrow(/^(No file matches|The pattern)/)
  const found = await read
  expect(found.map(({ name }) => name)).toEqual(names)
  for (const file of found) expect(await file.text()).toBe(file.name)
})

test.each([
  ['*.{bpmn,dmn', '{'],
  ['{a,{b}.form', '{'],
  ['*.bpmn}', '}'],
  ['[ab.form', '['],
])('the pattern %s is rejected', async (pattern, bracket) => {
  const read = readResources(pattern, { cwd })
  await expect(read).rejects.toBeInstanceOf(TypeError)
  await expect(read).rejects.toThrow(`The pattern ${pattern} has a ${bracket} without its counterpart`)
})

test('files of several patterns are read once, and a pattern without files is named with its folder', async () => {
  const found = await readResources(['*.form', 'a.form'], { cwd })
  expect(found.map(({ name }) => name)).toEqual(['a.form', 'b.form', 'c.form'])
  await expect(readResources(['*.form', '../src/*.ts'], { cwd })).rejects.toThrow(
    `No file matches ../src/*.ts in ${cwd}. Patterns are relative to \`cwd\``,
  )
})

test.each([undefined, null, 5, '', ['order.bpmn', undefined]])('%j is no pattern', async (patterns) => {
  await expect(readResources(patterns as never, { cwd })).rejects.toThrow('`patterns` must be a glob')
})
