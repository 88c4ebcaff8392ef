// Writes the tables of the comparison page from the measurements in apps/bench/results/bench.json, and from both the short
// table of the README and the site's landing page. `node tools/sync/comparison.mjs`; with `--check` it changes nothing and
// fails if a table is out of date.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

const root = new URL('../../', import.meta.url)
const page = 'docs/guides/comparison.md'
const bench = JSON.parse(readFileSync(new URL('../../apps/bench/results/bench.json', import.meta.url), 'utf8'))
const clients = ['x-operate', 'camunda-sdk', 'orchestration-cluster-api']
const situations = {
  'cold-1000': '1,000 calls at once in one new process',
  'fleet-cold': '8 new processes with 50 calls each',
  'fleet-warm': 'the same 8 processes, restarted',
  'lifetime-5': '300 calls in 30 s, tokens valid for 5 s',
  'wrong-secret': 'wrong secret, 20 calls in 20 s',
  'wrong-secret-fleet': 'the same in 8 processes',
  limited: '50 calls while the token endpoint returns 429 for 5 s',
  revoked: '5 calls after the API started to refuse the token',
  'refresh-fails': '5 calls while a renewal fails and the token still works',
}

const round = (number, digits = 0) => number.toLocaleString('en-US', { maximumFractionDigits: digits })
const names = [
  'These packages',
  `\`@camunda8/sdk\` ${bench.versions['@camunda8/sdk']}`,
  `\`@camunda8/orchestration-cluster-api\` ${bench.versions['@camunda8/orchestration-cluster-api']}`,
]
/** Returns a table, aligned as by this repository's formatter, and the source of its figures. */
function table(head, rows, source = writeMachine()) {
  const all = [[head, ...names], ...rows]
  const widths = all[0].map((_, column) => Math.max(3, ...all.map((cells) => cells[column].length)))
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  const ruler = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(all[0]), ruler, ...rows.map(line), '', source].join('\n')
}

const tables = {
  tokens: table(
    'Situation',
    Object.entries(situations).map(([id, title]) => [title, ...clients.map((client) => countTokens(id, client))]),
  ),
  weight: table('', [
    ['packages installed', ...clients.map((client) => round(bench.installs[client].packages))],
    ['MB on disk', ...clients.map((client) => round(bench.installs[client].megabytes))],
    ['ms to import in Node', ...clients.map((client) => round(bench.imports[client]))],
    ['kB in a browser, min+gzip, token and one call', ...clients.map(weighBundle)],
    ['calls per second, 50 at once, of raw `fetch`', ...clients.map((client) => `${round(share(client))} %`)],
  ]),
}

const inShort = [
  'Runtimes',
  'Camunda versions',
  'Orchestration Cluster API v2',
  'Optimize, Console, Web Modeler',
  'gRPC',
]
const alsoInShort = ['Job workers', 'Emulator for tests', 'Commercial support']
const outdated = []

fill(page, tables)
fill('README.md', { short: shortTable('docs/guides/comparison.md') })
fill('docs/index.md', { short: shortTable('./guides/comparison.md') })
if (outdated.length > 0) {
  process.stderr.write(
    `${outdated.join(', ')}: other figures than apps/bench/results/bench.json. Run node tools/sync/comparison.mjs.\n`,
  )
  process.exitCode = 1
}

function fill(file, parts) {
  const before = readFileSync(new URL(file, root), 'utf8')
  let text = before
  for (const [name, written] of Object.entries(parts)) {
    const place = new RegExp(`(<!-- bench: ${name} -->\\n)[\\s\\S]*?(<!-- /bench -->)`)
    if (!place.test(text)) throw new Error(`${file} has no place for the table "${name}".`)
    text = text.replace(place, `$1${written}\n$2`)
  }
  if (text === before) return
  if (process.argv.includes('--check')) outdated.push(file)
  else writeFileSync(new URL(file, root), text)
}

/** Returns the rows that readers look for first. `whole` is the address of the page with all of them. */
function shortTable(whole) {
  const features = new Map(
    [...readFileSync(new URL(page, root), 'utf8').matchAll(/^\| (.+?) +\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm)].map(
      ([, title, ...cells]) => [title, cells],
    ),
  )
  const row = (title) => {
    const cells = features.get(title)
    if (!cells) throw new Error(`${page} has no feature "${title}".`)
    return [title, ...cells]
  }
  return table(
    '',
    [
      ...inShort.map(row),
      ['Token requests of 8 new processes', ...clients.map((client) => countTokens('fleet-cold', client))],
      [
        'Token requests of 8 with a wrong secret',
        ...clients.map((client) => countTokens('wrong-secret-fleet', client)),
      ],
      ['MB on disk', ...clients.map((client) => round(bench.installs[client].megabytes))],
      ...alsoInShort.map(row),
    ],
    `Measured ${bench.machine.date}, commit ${bench.machine.commit}. [The whole comparison](${whole}), and where others are better.`,
  )
}

/** Returns the token requests, and the number of failed calls. */
function countTokens(id, client) {
  const { counts, calls, failed, pending } = bench.tokens.find((one) => one.row === id && one.client === client).result
  const lost = failed + pending
  const isFailing = id.startsWith('wrong-secret')
  return isFailing || lost === 0
    ? round(counts.tokenRequests)
    : `${round(counts.tokenRequests)}, ${lost === calls ? 'all' : lost} calls fail`
}

/** Measured with empty modules instead of Node's. */
function weighBundle(client) {
  const { kilobytes, nodeModules } = bench.bundles[client]
  return nodeModules.length === 0 ? round(kilobytes) : `does not run (${round(kilobytes)})`
}

function share(client) {
  return bench.requests.fifty[client].ratio * 100
}

function writeMachine() {
  const { date, cpu, cores, node, commit } = bench.machine
  return `Measured ${date} on ${cpu}, ${cores} cores, Node ${node.slice(1)}, commit ${commit}, by [the bench](../../apps/bench/README.md).`
}
