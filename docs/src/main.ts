// `node src/main.ts` builds the whole site into `site`; `node src/main.ts @x/auth` that package's alone into `dist/auth`.
import { existsSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { buildSite } from './build-site.ts'
import { docsFolder, readSections, repository } from './navigation.ts'
import { writePages } from './pages/write-pages.ts'

const path = (relative: string, base: URL = docsFolder): string => fileURLToPath(new URL(relative, base))

async function buildAll(): Promise<void> {
  await writePages()
  await buildSite({
    name: 'Camunda 8 for JavaScript',
    packages: [path('packages/*', repository)],
    readme: path('README.md', repository),
    documents: readSections().map(({ title }) => path(`.pages/${title.toLowerCase()}.md`)),
    out: path('site'),
  })
}

async function buildPackage(name: string): Promise<void> {
  const folder = name.replace(/^@x\//, '')
  if (!existsSync(path(`packages/${folder}/package.json`, repository))) throw new Error(`There is no package ${name}.`)
  await buildSite({
    name: `@x/${folder}`,
    packages: [path(`packages/${folder}`, repository)],
    readme: path(`packages/${folder}/README.md`, repository),
    documents: [],
    out: path(`dist/${folder}`),
  })
}

const [name] = process.argv.slice(2)
await (name ? buildPackage(name) : buildAll())
