import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Application,
  type DocumentReflection,
  JSX,
  type NormalizedPath,
  type ProjectReflection,
  ReflectionKind,
} from 'typedoc'
import { repository } from '../navigation.ts'
import { describeMethod, fillOperationsPage, findOperations } from './operations.ts'
import { MAIN, MarkdownRouter, SiteRouter } from './site-router.ts'

/** What this site has that TypeDoc alone has not. */
export function load(app: Application): void {
  app.renderer.defineRouter('site', SiteRouter)
  app.renderer.defineRouter('site-markdown', MarkdownRouter)
  // After TypeDoc's own listeners, which resolve links and sort.
  app.on('reviveProject', (project: ProjectReflection) => complete(app, project), -1000)
  app.renderer.hooks.on('head.end', ({ page }) =>
    JSX.createElement('link', {
      rel: 'alternate',
      type: 'text/markdown',
      href: page.url.replace(/^.*\//, '').replace(/\.html$/, '.md'),
    }),
  )
}

function complete({ logger }: Application, project: ProjectReflection): void {
  for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
    if (module.name === '') module.name = MAIN
  }
  for (const page of project.getReflectionsByKind(ReflectionKind.Document) as DocumentReflection[]) {
    const { shows } = page.frontmatter
    if (typeof shows === 'string') leadHere(project, new URL(shows, repository), page)
  }
  const described = findOperations(project, logger)
  for (const one of described) describeMethod(one, logger)
  const pages = project.documents?.find(({ name }) => name === 'Operations')?.children ?? []
  for (const page of pages)
    fillOperationsPage(
      page,
      described.filter(({ api }) => api.title === page.name),
    )
}

/** Links to a file, or to a folder and all in it, lead to the page that shows it. */
function leadHere(project: ProjectReflection, source: URL, page: DocumentReflection): void {
  const path = fileURLToPath(source)
  const below = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : []
  for (const one of [path, ...below.map((name) => join(path, name))]) {
    project.files.registerReflectionPath(one as NormalizedPath, page)
  }
}
