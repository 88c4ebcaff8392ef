// Writes the pages of a site, lets VitePress make HTML of them, and puts their Markdown beside it.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { posix } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'vitepress'
import { createLinker, type Linker } from '../links.ts'
import { llmsText } from '../llms.ts'
import { docsFolder, repository } from '../navigation.ts'
import { type Page, pagesOf, type Section } from '../page.ts'
import { indexPage } from '../pages/indexes.ts'
import type { SiteData } from './site-data.ts'

export interface SiteOptions {
  readonly title: string
  readonly sections: readonly Section[]
  /** What the site begins with. */
  readonly home: Page
  readonly out: URL
}

export async function buildSite({ title, sections, home, out }: SiteOptions): Promise<void> {
  const pages = [home, ...sections.flatMap((section) => [...pagesOf(section), ...indexPage(section)])]
  const linker = createLinker(sections, pages)
  const texts = new Map(pages.map((page) => [page.address, linker.resolve(page)]))
  const sources = new URL(`.pages/${posix.basename(out.pathname)}/`, docsFolder)
  await rm(sources, { recursive: true, force: true })
  await rm(out, { recursive: true, force: true })
  await writePages(texts, sources)
  await writePages(new Map(pages.flatMap((page) => shownPage(page, linker))), sources)
  await copyMedia(linker.media, sources)
  await cp(new URL('apps/playground/public/favicon.svg', repository), new URL('public/favicon.svg', sources))
  const data: SiteData = {
    title,
    sections: sections.map(({ title, folder, groups }) => ({
      title,
      folder,
      groups: groups.map(({ title, pages }) => ({
        title,
        pages: pages.map(({ title, address }) => ({ title, address })),
      })),
    })),
  }
  await writeFile(new URL('site.json', sources), JSON.stringify(data))
  process.env.DOCS_PAGES = fileURLToPath(sources)
  await build(fileURLToPath(docsFolder), { outDir: fileURLToPath(out), base: process.env.DOCS_BASE ?? '/' })
  await writePages(texts, out)
  await copyMedia(linker.media, out)
  await writeFile(new URL('llms.txt', out), llmsText({ title, about: home.markdown, sections }))
}

/** Pages of which VitePress shows something else than their Markdown. */
function shownPage(page: Page, linker: Linker): [address: string, text: string][] {
  const { body, frontMatter } = page
  if (body === undefined) return []
  const text = linker.resolve({ ...page, markdown: body })
  return [[page.address, `---\n${JSON.stringify(frontMatter)}\n---\n\n${text}`]]
}

async function writePages(texts: ReadonlyMap<string, string>, folder: URL): Promise<void> {
  for (const [address, text] of texts) {
    await mkdir(new URL(`${posix.dirname(address)}/`, folder), { recursive: true })
    await writeFile(new URL(`${address}.md`, folder), text)
  }
}

async function copyMedia(media: ReadonlyMap<string, string>, folder: URL): Promise<void> {
  await mkdir(new URL('media/', folder), { recursive: true })
  for (const [name, path] of media) await cp(new URL(path, repository), new URL(`media/${name}`, folder))
}
