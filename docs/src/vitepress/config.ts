import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { markdownOptions } from './markdown.ts'
import { searchOptions } from './search.ts'
import { sidebars, topNavigation } from './sidebar.ts'
import type { SiteData } from './site-data.ts'

/** The folder with the pages, which the build has written. */
const pages = process.env.DOCS_PAGES ?? fileURLToPath(new URL('../../.pages/site', import.meta.url))
const data: SiteData = JSON.parse(readFileSync(`${pages}/site.json`, 'utf8'))

export default defineConfig({
  title: data.title,
  description: 'Typed Camunda 8 clients for every JavaScript runtime.',
  lang: 'en-US',
  base: process.env.DOCS_BASE ?? '/',
  srcDir: pages,
  outDir: 'site',
  cacheDir: `${pages}/../cache`,
  metaChunk: true,
  // Every page has a Markdown file of the same name, so links in both can be the same but for the ending.
  cleanUrls: false,
  head: [['link', { rel: 'icon', href: `${process.env.DOCS_BASE ?? '/'}favicon.svg` }]],
  transformHead: ({ pageData: { relativePath, isNotFound } }) =>
    isNotFound ? [] : [['link', { rel: 'alternate', type: 'text/markdown', href: relativePath.replace(/^.*\//, '') }]],
  markdown: markdownOptions,
  themeConfig: {
    nav: topNavigation(data),
    sidebar: sidebars(data),
    outline: [2, 3],
    search: { provider: 'local', options: searchOptions },
  },
  vite: {
    build: { chunkSizeWarningLimit: 5000 },
    logLevel: 'warn',
    plugins: [
      {
        // What only runs once, at the build, need not be small.
        name: 'whole-server-bundle',
        config: (_, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { treeshake: false } } } : undefined),
      },
    ],
  },
})
