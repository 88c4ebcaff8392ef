import { fileURLToPath } from 'node:url'
import {
  type Application,
  type DeclarationReflection,
  type DocumentReflection,
  JSX,
  type NormalizedPath,
  type ProjectReflection,
  ReflectionKind,
} from 'typedoc'
import { repository } from '../navigation.ts'
import { foldEntries } from './entries.ts'
import { describeMethod, fillOperationsPage, findOperations } from './operations.ts'
import { MAIN, MarkdownRouter, SiteRouter } from './site-router.ts'

/** What this site has that TypeDoc alone has not. */
export function load(app: Application): void {
  app.renderer.defineRouter('site', SiteRouter)
  app.renderer.defineRouter('site-markdown', MarkdownRouter)
  // Before TypeDoc's own listeners, which list what a page has.
  app.on('reviveProject', foldEntries, 1000)
  // After them: links are resolved.
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
    // Files and folders of the repository that links to them shall lead here for.
    const { shows = [] } = page.frontmatter
    for (const path of shows as string[]) {
      project.files.registerReflectionPath(fileURLToPath(new URL(path, repository)) as NormalizedPath, page)
    }
  }
  dropNotes(project)
  const described = findOperations(project, logger)
  for (const one of described) describeMethod(one)
  const pages = project.documents?.find(({ name }) => name === 'Operations')?.children ?? []
  for (const page of pages)
    fillOperationsPage(
      page,
      described.filter(({ api }) => api.title === page.name),
    )
}

/** Comments in Markdown are notes for tools, such as where a quote comes from. */
function dropNotes(project: ProjectReflection): void {
  const documents = project.getReflectionsByKind(ReflectionKind.Document) as DocumentReflection[]
  const modules = project.getReflectionsByKind(ReflectionKind.Module) as DeclarationReflection[]
  const texts = [...documents.map(({ content }) => content), ...modules.map(({ readme }) => readme), project.readme]
  for (const part of texts.flatMap((parts) => parts ?? [])) {
    if (part.kind === 'text') part.text = part.text.replaceAll(/^[ \t]*<!-- .* -->\n/gm, '')
  }
}
