// Packs the packages, installs them into an empty project and runs the suite there on every runtime.
// `node src/main.ts [--write] [runtime...]`: `--write` updates `runtimes.json` and `runtimes.md`; a runtime is the
// beginning of its name.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describeMachine } from '../../../../tools/describe-machine.ts'
import { installEngines } from '../../../../tools/engines/engines.ts'
import { startCamunda } from './host/camunda.ts'
import { createProject, type Project } from './host/project.ts'
import { toRow } from './host/row.ts'
import { type Matrix, type Row, toMarkdown } from './host/table.ts'
import { runtimes } from './runners/index.ts'
import type { Runtime } from './runners/runtime.ts'

const app = fileURLToPath(new URL('..', import.meta.url))

/** Runs the suite on one runtime and reports the result. */
async function runOne(project: Project, runtime: Runtime): Promise<Row> {
  const started = performance.now()
  const row = await runSafely(project, runtime)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const tests = Object.values(row.passed).reduce((sum, count) => sum + count, 0)
  if (row.version) console.log(`${row.runtime} (${row.version}): ${tests} passed, ${seconds} s`)
  for (const { text } of row.failures) console.error(`FAILED on ${row.runtime}: ${text}\n`)
  return row
}

async function runSafely(project: Project, runtime: Runtime): Promise<Row> {
  const { name, from } = runtime
  const camunda = await startCamunda(project)
  try {
    const run = await runtime.run(project, camunda)
    if (run) return toRow(runtime, run, camunda.secrets)
    const text = `${name} is not on this machine (${from})`
    if (!process.env.CI) console.log(`skipped: ${text}`)
    return { runtime: name, passed: {}, failures: process.env.CI ? [{ text }] : [] }
  } catch (error) {
    return { runtime: name, passed: {}, failures: [{ text: `${(error as Error).stack}` }] }
  } finally {
    await camunda.close()
  }
}

async function main(args: readonly string[]): Promise<number> {
  const wanted = args.filter((arg) => arg !== '--write').map((arg) => arg.toLowerCase())
  const chosen = runtimes.filter(
    ({ name }) => wanted.length === 0 || wanted.some((start) => name.toLowerCase().startsWith(start)),
  )
  const machine = describeMachine()
  // Sequentially: both run npm, whose cache does not support concurrent use.
  await installEngines()
  const project = await createProject()
  const rows: Row[] = []
  // Four at a time, because most of the time is spent waiting: a process asks for at most one token per second.
  const waiting = [...chosen.entries()]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, runtime] = next
      rows[place] = await runOne(project, runtime)
    }
  }
  try {
    await Promise.all([work(), work(), work(), work()])
  } finally {
    await project.remove()
  }
  const matrix = { machine, rows }
  console.log(`\n${toMarkdown(matrix)}`)
  await keep('results', matrix)
  const isWhole = rows.length === runtimes.length && rows.every(({ version }) => version)
  if (args.includes('--write')) {
    if (isWhole) await keep('.', matrix)
    else console.error('Not written: only a run on all runtimes is kept.')
  }
  return rows.some(({ failures }) => failures.length > 0) ? 1 : 0
}

/** Writes the figures for the docs and the README, and the table for this folder. */
async function keep(folder: string, matrix: Matrix): Promise<void> {
  await mkdir(join(app, folder), { recursive: true })
  await writeFile(join(app, folder, 'runtimes.json'), `${JSON.stringify(matrix, undefined, 2)}\n`)
  await writeFile(join(app, folder, 'runtimes.md'), toMarkdown(matrix))
}

process.exitCode = await main(process.argv.slice(2))
