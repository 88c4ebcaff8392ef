// Checks our wording: `node tools/wording/check.ts` prints each problem with the replacement, and fails if there is
// any.
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { proseOf } from './prose.ts'
import { exceptions, rules } from './rules.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const places = [
  '*.md',
  '.changeset/*.md',
  'docs/{guides,cookbook,runtimes,decisions}/*.{md,svg}',
  'packages/*/*.md',
  'packages/*/src/**/*.ts',
  'apps/{bench,examples,playground}/README.md',
  'apps/checks/*/README.md',
  'apps/{examples,tour}/src/**/*.ts',
  'docs/README.md',
  'tools/*/README.md',
  'tools/**/*.{ts,mjs}',
]

const unused = new Set(exceptions)
const problems: string[] = []
for await (const file of glob(places, {
  cwd: root,
  exclude: (name) => /node_modules|generated|entries|CHANGELOG/.test(name),
})) {
  for (const { number, text } of proseOf(file, readFileSync(root + file, 'utf8'))) {
    for (const { pattern, instead } of rules) {
      const [found] = pattern.exec(text) ?? []
      if (found === undefined) continue
      const exception = exceptions.find((one) => file.startsWith(one.file) && text.includes(one.text))
      if (exception) unused.delete(exception)
      else problems.push(`${file}:${number}: "${found}": ${instead}`)
    }
  }
}
for (const { file, text } of unused)
  problems.push(`tools/wording/rules.ts: no line of ${file} needs the exception "${text}"`)
if (problems.length > 0) {
  process.stderr.write(`${problems.sort().join('\n')}\n${problems.length} places to reword.\n`)
  process.exitCode = 1
}
