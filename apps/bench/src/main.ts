// `npm run bench`: measures, prints one report, and writes it as JSON and as a chart.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeMachine } from '../../../tools/describe-machine.ts'
import { readOptions } from '../../../tools/read-options.ts'
import { appFolder, arePeersInstalled, catalog, type Entry, isForeign, peersFolder } from './catalog.ts'
import { charts } from './report/charts.ts'
import { print } from './report/print.ts'
import type { Report } from './report/report.ts'
import { startServer } from './server/start-server.ts'
import { measureFleets } from './simulation/measure-fleets.ts'
import { measureChecks } from './speed/measure-checks.ts'
import { measureHeaders } from './speed/measure-headers.ts'
import { measureImport, measureOverRest } from './speed/measure-import.ts'
import { measureJson } from './speed/measure-json.ts'
import { measurePages } from './speed/measure-pages.ts'
import { measureRequests } from './speed/measure-requests.ts'
import { measureTokens } from './tokens/measure-tokens.ts'
import { scenarios } from './tokens/scenarios.ts'
import { measureBundles } from './weight/bundle.ts'
import { measureInstall } from './weight/install.ts'
import { measureTypes } from './weight/measure-types.ts'

const help = `Usage: npm run bench -- [options]
  --quick         one to two minutes: fewer scenarios, shorter rounds, a tenth of the fleet
  --only A,B      of: tokens, speed, pages, json, weight, types, fleet
  --clients A,B   of: ${catalog.map(({ id }) => id).join(', ')}
  --scenarios A   of: ${scenarios.map(({ id }) => id).join(', ')}
  --workers N     size of the simulated fleet
  --out FOLDER    where bench.json, bench.txt and charts go; default: apps/bench/results, nowhere with a part only`

const options = {
  quick: { type: 'boolean', default: false },
  only: { type: 'string' },
  clients: { type: 'string' },
  scenarios: { type: 'string' },
  workers: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

const values = readValues()
if (values.help) {
  console.log(help)
  process.exit()
}
const { quick } = values
const only = values.only?.split(',')
const wants = (part: string): boolean => !only || only.includes(part)
const clients = values.clients?.split(',')
const entries = catalog.filter((entry) => (clients ? clients.includes(entry.id) : true) && isHere(entry))
const isWhole = !quick && !only && !clients && !values.scenarios && arePeersInstalled()
const out = values.out ?? (isWhole ? fileURLToPath(new URL('results', appFolder)) : undefined)

function readValues() {
  try {
    return readOptions(process.argv.slice(2), options, 'npm run bench -- --help')
  } catch (error) {
    say((error as Error).message)
    process.exit(1)
  }
}
function isHere(entry: Entry): boolean {
  return !isForeign(entry) || arePeersInstalled()
}
function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

async function measure(): Promise<Report> {
  const machine = describeMachine()
  const server = await startServer()
  const directory = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const run = await server.open({ lifetimeS: 86_400 })
    const client = { ...run, directory, clientId: 'bench-client', clientSecret: 'right', audience: 'operate.example' }
    const report: { -readonly [Name in keyof Report]: Report[Name] } = {
      machine,
      versions: await readVersions(),
    }
    // What is measured in nanoseconds first, while nothing else has warmed the machine.
    if (wants('speed')) {
      say('Speed of a cached headers() …')
      report.headers = await measureHeaders(entries, client, {
        processes: quick ? 1 : 3,
        rounds: quick ? 31 : 101,
        iterations: 10_000,
      })
      say('Speed of whole calls …')
      const slices = quick ? { rounds: 5, forMs: 60, warmUpMs: 500 } : { rounds: 17, forMs: 100, warmUpMs: 2000 }
      const [one = {}, fifty = {}] = await measureRequests(entries, client, [1, 50], slices)
      report.requests = { one, fifty }
    }
    if (wants('pages')) {
      say('Pages of 5,000 items …')
      const slices = quick ? { rounds: 5, forMs: 60, warmUpMs: 200 } : { rounds: 11, forMs: 250, warmUpMs: 2000 }
      report.pages = await measurePages(entries, client, slices)
    }
    if (wants('json')) {
      say('Checks and exact JSON …')
      report.checks = await measureChecks(quick ? 51 : 501)
      report.json = await measureJson(quick ? 3500 : 35_000, quick ? 9 : 15)
    }
    if (wants('weight')) {
      say('Weight …')
      report.imports = await measureImport(entries, quick ? 3 : 9)
      report.overRest = await measureOverRest(['@x/orchestration', '@x/operate'], quick ? 3 : 15)
      report.bundles = await measureBundles(entries)
      report.installs = measureInstall(entries)
      report.sizes = await readJson(new URL('../checks/packed/bundle-sizes.json', appFolder))
    }
    if (wants('types')) {
      say('Types …')
      report.types = await measureTypes(entries, quick ? 1 : 3)
    }
    if (wants('tokens')) {
      const chosen = values.scenarios?.split(',')
      const played = scenarios.filter((one) => (chosen ? chosen.includes(one.id) : one.quick || !quick))
      const counted = entries.filter(({ tokens }) => tokens)
      say(`Token requests: ${played.length} scenarios, ${counted.length} clients …`)
      report.tokens = await measureTokens(server, played, counted, (wave) => say(`  ${wave}`))
    }
    if (wants('fleet')) {
      say("A fleet's day …")
      const workers = Number(values.workers ?? (quick ? 1000 : 10_000))
      report.fleets = { workers, days: await measureFleets(workers) }
    }
    return report
  } finally {
    server.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

/** The versions of the peers, as installed. */
async function readVersions(): Promise<Record<string, string>> {
  return (await readJson<{ dependencies: Record<string, string> }>(new URL('package.json', peersFolder))).dependencies
}

async function readJson<T>(url: URL): Promise<T> {
  return JSON.parse(await readFile(url, 'utf8'))
}

const begin = performance.now()
const report = await measure()
const text = print(report)
console.log(text.trimEnd())
if (out) {
  await mkdir(out, { recursive: true })
  await writeFile(join(out, 'bench.json'), `${JSON.stringify(report, undefined, 1)}\n`)
  await writeFile(join(out, 'bench.txt'), text)
  for (const [name, svg] of Object.entries(charts(report))) await writeFile(join(out, name), svg)
}
if (!arePeersInstalled()) say('The peers are not installed: npm run bench installs them.')
say(`Took ${Math.round((performance.now() - begin) / 1000)} s.${out ? ` Written to ${out}.` : ''}`)
