// Writes the README's line of runtimes from apps/checks/runtimes/runtimes.json, the record of test runs. `node
// tools/sync/runtimes.mjs`; with `--check` it changes nothing and fails if the line is out of date.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

const readme = new URL('../../README.md', import.meta.url)
const matrix = new URL('../../apps/checks/runtimes/runtimes.json', import.meta.url)
const PLACE = /(<!-- runtimes -->\n)[\s\S]*?(\n<!-- \/runtimes -->)/

const { rows } = JSON.parse(readFileSync(matrix, 'utf8'))
const text = readFileSync(readme, 'utf8')
if (!PLACE.test(text)) throw new Error('README.md lacks the comments <!-- runtimes --> and <!-- /runtimes -->.')
const written = text.replace(PLACE, `$1${toLine(rows)}$2`)
if (written !== text) {
  if (process.argv.includes('--check')) {
    process.stderr.write(
      'README.md names other runtimes than apps/checks/runtimes/runtimes.json. Run node tools/sync/runtimes.mjs.\n',
    )
    process.exitCode = 1
  } else writeFileSync(readme, written)
}

/** `Node 22.23, 24.21 and 26.10 · Deno 2.9 · …`, in the order of the matrix. */
function toLine(rows) {
  const versions = new Map()
  for (const { runtime, version, failures } of rows) {
    if (!version || failures.length > 0) throw new Error(`${runtime} did not pass.`)
    const [, name, variant] = /^(.*?)(?: \d+)?(?:, (.*))?$/.exec(runtime)
    const one = versions.get(name) ?? { numbers: new Set(), variants: [] }
    versions.set(name, one)
    one.numbers.add(shorten(name, version))
    if (variant) one.variants.push(variant)
  }
  return [...versions]
    .map(([name, { numbers, variants }]) =>
      [`${name} ${list([...numbers])}`, ...variants.map((variant) => `with and without \`${variant}\``)].join(', '),
    )
    .join(' · ')
}

/** Returns the usual part of a version: workerd's contains its date, and those of browsers are long. */
function shorten(name, version) {
  if (name === 'workerd') return version.replace(/^.*?(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3')
  const parts = version.split('.')
  return parts.slice(0, Number(parts[0]) > 99 ? 1 : 2).join('.')
}

function list(all) {
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all[0]
}
