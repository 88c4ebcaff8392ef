// `npm run bench`: measures, prints a report, and writes it as JSON and as charts.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeMachine } from '../../../tools/describe-machine.ts'
import { readOptions } from '../../../tools/read-options.ts'
import { appFolder, arePeersInstalled, catalog, type Entry, isForeign, peersFolder } from './catalog.ts'
import { fullEffort, quickEffort, smokeEffort } from './effort.ts'
import { measureEngine } from './engine/measure-engine.ts'
import { measureFrontDoor } from './front-door/measure-front-door.ts'
import { workers } from './jobs/catalog.ts'
import { measureJobs } from './jobs/measure-jobs.ts'
import { charts } from './report/charts.ts'
import { print } from './report/print.ts'
import type { Report } from './report/report.ts'
import { type Server, startServer } from './server/start-server.ts'
import { measureFleets } from './simulation/measure-fleets.ts'
import { measureChecks } from './speed/measure-checks.ts'
import { measureHeaders } from './speed/measure-headers.ts'
import { measureImport, measureOverRest } from './speed/measure-import.ts'
import { measureJson } from './speed/measure-json.ts'
import { measurePages } from './speed/measure-pages.ts'
import { measureRequests } from './speed/measure-requests.ts'
import { measureTokens, type TokenCell } from './tokens/measure-tokens.ts'
import { scenarios } from './tokens/scenarios.ts'
import { measureBundles } from './weight/bundle.ts'
import { measureInstall } from './weight/install.ts'
import { measureTypes } from './weight/measure-types.ts'

const help = `Usage: npm run bench -- [options]
  --quick         one to two minutes: fewer scenarios, shorter rounds, a tenth of the fleet
  --smoke         everything once, to see that it works: its figures mean nothing
  --only A,B      of: speed, jobs, engine, pages, json, weight, types, tokens, fleet
  --clients A,B   of: ${[...new Set([...catalog, ...workers].map(({ id }) => id))].join(', ')}
  --scenarios A   of: ${scenarios.map(({ id }) => id).join(', ')}
  --workers N     size of the simulated fleet
  --out FOLDER    where bench.json, bench.txt and charts go; default: apps/bench/results, nowhere with a part only`

const options = {
  quick: { type: 'boolean', default: false },
  smoke: { type: 'boolean', default: false },
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
const { quick, smoke } = values
const effort = smoke ? smokeEffort : quick ? quickEffort : fullEffort
const only = values.only?.split(',')
const wants = (part: string): boolean => !only || only.includes(part)
const clients = values.clients?.split(',')
const isChosen = ({ id }: { readonly id: string }): boolean => !clients || clients.includes(id)
const entries = catalog.filter((entry) => isChosen(entry) && isHere(entry))
const isWhole = effort === fullEffort && !only && !clients && !values.scenarios && arePeersInstalled()
const out = values.out ?? (isWhole ? fileURLToPath(new URL('results', appFolder)) : undefined)

function readValues() {
  try {
    return readOptions(process.argv.slice(2), options, 'npm run bench -- --help')
  } catch (error) {
    say((error as Error).message)
    process.exit(1)
  }
}
function isHere(entry: Pick<Entry, 'module'>): boolean {
  return !isForeign(entry) || arePeersInstalled()
}
function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Prints what is measured, and how long it took. */
async function timed<T>(title: string, work: () => Promise<T>): Promise<T> {
  say(`${title} …`)
  const begin = performance.now()
  const result = await work()
  say(`  ${Math.round((performance.now() - begin) / 1000)} s`)
  return result
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
    // Measurements in nanoseconds come first, while nothing else has warmed up the machine.
    if (wants('speed')) {
      report.headers = await timed('Speed of a cached headers()', () => measureHeaders(entries, client, effort.headers))
      const [one = {}, fifty = {}] = await timed('Speed of whole calls', () =>
        measureRequests(entries, client, [1, 50], effort.requests),
      )
      report.requests = { one, fifty }
      if (entries.some(({ id }) => id === 'x-camunda')) {
        report.frontDoor = await timed('The front door', () => measureFrontDoor(client, effort.frontDoor))
      }
    }
    if (wants('jobs')) {
      const entries = workers.filter((entry) => (entry.kind === 'limit' || isChosen(entry)) && isHere(entry))
      report.jobs = await timed('Jobs of workers', () => measureJobs(entries, effort.jobs))
    }
    if (wants('engine')) {
      report.engine = await timed('Process instances in the engine', () => measureEngine(effort.engine))
    }
    if (wants('pages')) {
      report.pages = await timed('Pages of 5,000 items', () => measurePages(entries, client, effort.pages))
    }
    if (wants('json')) {
      report.checks = await timed('Checks', () => measureChecks(effort.checks))
      report.json = await timed('Exact JSON', () => measureJson(effort.json))
    }
    if (wants('weight')) {
      report.imports = await timed('Imports', () => measureImport(entries, effort.imports))
      report.overRest = await measureOverRest(['@x/orchestration', '@x/operate'], effort.overRest)
      report.bundles = await timed('Bundles', () => measureBundles(entries))
      report.installs = measureInstall(entries)
      report.sizes = await readJson(new URL('../checks/packed/bundle-sizes.json', appFolder))
    }
    if (wants('types')) {
      report.types = await timed('Types', () => measureTypes(entries, effort.types))
    }
    // The simulation has its own clock, and runs while the scenarios wait for theirs.
    const [tokens, fleets] = await Promise.all([
      wants('tokens') ? timed('Token requests', () => countTokens(server)) : undefined,
      wants('fleet') ? timed("A fleet's day", () => simulateFleets()) : undefined,
    ])
    return { ...report, tokens, fleets }
  } finally {
    server.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

function countTokens(server: Server): Promise<TokenCell[]> {
  const chosen = values.scenarios?.split(',')
  const isFull = effort === fullEffort
  const played = scenarios.filter((one) => (chosen ? chosen.includes(one.id) : one.quick || isFull))
  const counted = entries.filter(({ tokens }) => tokens)
  return measureTokens(server, played, counted, (wave) => say(`  ${wave}`))
}

async function simulateFleets(): Promise<Report['fleets']> {
  const workers = Number(values.workers ?? effort.workers)
  return { workers, days: await measureFleets(workers) }
}

/** The installed versions of the peers. */
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
