import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { type Reply, startServer } from 'test-servers'
import { expect, it, onTestFinished } from 'vitest'
import { repository } from '../../../../tools/release/workspace.ts'

interface Outcome {
  readonly code: number
  readonly said: string
}

/** Runs the audit of this repository's lockfile against a registry that responds like this. */
async function audit(answer: Reply, ...args: string[]): Promise<Outcome> {
  const { url, close } = await startServer(() => answer)
  onTestFinished(close)
  const script = join(repository, 'tools/release/audit.ts')
  return new Promise((resolve) =>
    execFile(process.execPath, [script, '--registry', `${url}/`, ...args], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    ),
  )
}

/** An advisory about all versions of one of our dependencies, in the registry's format. */
const advisory = (name: string, severity: string): Reply => {
  const entry = { id: 1, url: 'https://example.org/1', title: 'Leaks', severity, vulnerable_versions: '<99.0.0' }
  return { body: { [name]: [{ ...entry, cwe: [], cvss: { score: 5 } }] } }
}

it('passes without advisories', async () => {
  const { code, said } = await audit({ body: {} })
  expect(said).toContain('0 advisories')
  expect(code).toBe(0)
})

it('fails for any advisory about dependencies of users', async () => {
  const { code, said } = await audit(advisory('valibot', 'low'))
  expect(said).toContain('valibot <99.0.0: low: Leaks')
  expect(code).toBe(1)
})

it('fails for a severe advisory about a tool, and passes for a mild one', async () => {
  expect(await audit(advisory('vitest', 'critical'))).toMatchObject({ code: 1 })
  expect(await audit(advisory('vitest', 'high'))).toMatchObject({ code: 1 })
  const mild = await audit(advisory('vitest', 'moderate'))
  expect(mild.said).toContain('1 advisories, 0 of them require action')
  expect(mild.code).toBe(0)
})

it('reports that a registry did not respond, which fails only if a response is required', async () => {
  const broken: Reply = { status: 503 }
  const tolerated = await audit(broken)
  expect(tolerated.said).toContain('no response, so vulnerabilities were not checked')
  expect(tolerated.code).toBe(0)
  expect(await audit(broken, '--required')).toMatchObject({ code: 1 })
})
