import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { expect, it } from 'vitest'
import * as env from '../src/index.ts'

it('the example of the README prints what it says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] as string
  const printed: string[] = []
  const log = (...values: unknown[]) => printed.push(values.map(String).join(' '))
  const code = stripTypeScriptTypes(example.replace(/^import (\{.*\}) from '@x\/env'$/m, 'const $1 = env'))
  new Function('env', 'console', code)(env, { log, warn: log })
  expect(printed).toEqual([...example.matchAll(/\/\/ (.*)$/gm)].map(([, comment]) => comment))
})
