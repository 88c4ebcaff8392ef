// `node src/main.ts` builds the whole site into `site`; `node src/main.ts @x/auth` that package's alone into `dist/auth`.
import process from 'node:process'
import { docsFolder, projectSections, writtenSections } from './navigation.ts'
import { operationsSection } from './operations/section.ts'
import { examplesSection } from './pages/examples.ts'
import { homePage } from './pages/home.ts'
import { measuredSection } from './pages/measured.ts'
import { packageNames } from './reference/entries.ts'
import { referenceSection } from './reference/section.ts'
import { buildSite } from './vitepress/build.ts'

async function buildAll(): Promise<void> {
  const home = homePage()
  await buildSite({
    title: home.title,
    home,
    sections: [
      ...writtenSections(),
      await operationsSection(),
      await referenceSection(packageNames()),
      measuredSection(),
      examplesSection(),
      ...projectSections(),
    ],
    out: new URL('site/', docsFolder),
  })
}

async function buildPackage(name: string): Promise<void> {
  const folder = name.replace(/^@x\//, '')
  if (!packageNames().includes(folder)) throw new Error(`There is no package ${name}.`)
  const section = await referenceSection([folder])
  const [readme] = section.groups.flatMap(({ pages }) => pages)
  if (!readme) throw new Error(`${name} has no README.`)
  await buildSite({
    title: `@x/${folder}`,
    home: { ...readme, address: 'index' },
    sections: [section],
    out: new URL(`dist/${folder}/`, docsFolder),
  })
}

const [name] = process.argv.slice(2)
await (name ? buildPackage(name) : buildAll())
