// `node src/main.ts` builds the whole site into `site`; with the name of a package, that one's alone into `dist/NAME`.
import { fileURLToPath } from 'node:url'
import { buildSite } from './build-site.ts'
import { docsFolder, readSections, repository } from './navigation.ts'
import { writePages } from './pages/write-pages.ts'

const path = (relative: string, base: URL = docsFolder): string => fileURLToPath(new URL(relative, base))

await writePages()
await buildSite({
  name: 'Camunda 8 for JavaScript',
  packages: [path('packages/*', repository)],
  readme: path('README.md', repository),
  documents: readSections().map(({ title }) => path(`.pages/${title.toLowerCase()}.md`)),
  out: path('site'),
})
