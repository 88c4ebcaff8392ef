// Writes each package's deno.json, which Deno reads, and jsr.json, which JSR's own tools read, from its package.json, and
// the workspace that joins them.
// `node scripts/sync-deno.mjs`; with `--check` it changes nothing and fails when one is not as it would be written.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

const root = new URL('../', import.meta.url)
const packages = readdirSync(new URL('packages/', root))
  .filter((name) => existsSync(new URL(`packages/${name}/package.json`, root)))
  .sort()
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'))
const readManifest = (name) => readJson(`packages/${name}/package.json`)
const catalog = readCatalog(readFileSync(new URL('pnpm-workspace.yaml', root), 'utf8'))

/** The versions in pnpm's catalog, which package.json refers to. */
function readCatalog(yaml) {
  const [, block = ''] = yaml.match(/^catalog:\n((?: {2}.*\n)+)/m) ?? []
  return Object.fromEntries(
    block
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/: +/)),
  )
}

/** JSR gets the sources; what npm gets was built from them, and has its types where their source is. */
function toSources(exports) {
  const entries = Object.entries(exports).filter(([, target]) => target.types)
  return Object.fromEntries(
    entries.map(([path, { types }]) => [path, types.replace('./dist/', './src/').replace(/\.d\.ts$/, '.ts')]),
  )
}

function toImports(dependencies = {}) {
  const imports = Object.entries(dependencies).map(([name, range]) => {
    const [prefix, version] = range.startsWith('workspace:')
      ? ['jsr', `^${readManifest(name.replace('@x/', '')).version}`]
      : ['npm', range === 'catalog:' ? catalog[name] : range]
    return [name, `${prefix}:${name}@${version}`]
  })
  return Object.fromEntries(imports)
}

function toDeno({ name, version, license, exports, dependencies }) {
  const imports = toImports(dependencies)
  return {
    name,
    version,
    license,
    exports: toSources(exports),
    ...(Object.keys(imports).length > 0 && { imports }),
    publish: { include: ['src', 'README.md', 'CHANGELOG.md', 'LICENSE'] },
  }
}

const workspace = {
  workspace: packages.map((name) => `./packages/${name}`),
  nodeModulesDir: 'manual',
  compilerOptions: { lib: ['deno.ns', 'esnext', 'dom', 'dom.iterable'] },
}
const files = {
  'deno.json': workspace,
}
for (const name of packages) {
  const content = toDeno(readManifest(name))
  for (const file of ['deno.json', 'jsr.json']) files[`packages/${name}/${file}`] = content
}

const check = process.argv.includes('--check')
for (const [path, content] of Object.entries(files)) {
  const url = new URL(path, root)
  if (existsSync(url) && JSON.stringify(readJson(path)) === JSON.stringify(content)) continue
  if (check) {
    process.stderr.write(`${path} does not say what package.json says. Run node scripts/sync-deno.mjs.\n`)
    process.exitCode = 1
  } else {
    // Lists of words on one line, as the formatter has them.
    const text = JSON.stringify(content, null, 2).replace(/\[[^[\]{}]*\]/g, toOneLine)
    writeFileSync(url, `${text}\n`)
  }
}

function toOneLine(list) {
  const line = list
    .replace(/\s*\n\s*/g, ' ')
    .replace('[ ', '[')
    .replace(' ]', ']')
  return line.length < 100 ? line : list
}
