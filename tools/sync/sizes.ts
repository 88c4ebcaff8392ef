// Measures the bundle size of each entry, compares it with the budgets in apps/checks/packed/.size-limit.json, and
// writes the figures for the docs into apps/checks/packed/bundle-sizes.json. `node tools/sync/sizes.ts`; with `--check`
// it changes nothing and fails if a budget is exceeded or the figures are out of date. The packages must be built.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describeMachine, type Machine } from '../describe-machine.ts'

export interface BundleSizes {
  readonly machine: Machine
  /** In bytes, minified and gzipped, including everything that an entry needs. */
  readonly sizes: readonly { readonly name: string; readonly size: number; readonly sizeLimit: number }[]
}

const packed = new URL('../../apps/checks/packed/', import.meta.url)
const kept = new URL('bundle-sizes.json', packed)
/** How much a size may change before the figures must be updated. */
const TOLERANCE = 0.03

function measure(): BundleSizes['sizes'] {
  const bin = fileURLToPath(new URL('node_modules/size-limit/bin.js', packed))
  const { stdout, stderr } = spawnSync(process.execPath, [bin, '--json'], {
    cwd: fileURLToPath(packed),
    encoding: 'utf8',
  })
  try {
    const sizes: BundleSizes['sizes'] = JSON.parse(stdout)
    return sizes.map(({ name, size, sizeLimit }) => ({ name, size, sizeLimit }))
  } catch {
    throw new Error(`size-limit measured nothing: ${stderr || stdout}`)
  }
}

function fail(problem: string): void {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}

const sizes = measure()
for (const { name, size, sizeLimit } of sizes) {
  if (size > sizeLimit) fail(`${name} has ${size} bytes, ${size - sizeLimit} more than its budget.`)
}
if (process.argv.includes('--check')) {
  const known: BundleSizes = JSON.parse(readFileSync(kept, 'utf8'))
  for (const { name, size } of sizes) {
    const before = known.sizes.find((one) => one.name === name)?.size
    if (before !== undefined && Math.abs(size - before) <= before * TOLERANCE) continue
    fail(`${name} has ${size} bytes, but ${before} are recorded. Run node tools/sync/sizes.ts.`)
  }
} else if (process.exitCode === undefined) {
  writeFileSync(kept, `${JSON.stringify({ machine: describeMachine(), sizes }, undefined, 2)}\n`)
}
