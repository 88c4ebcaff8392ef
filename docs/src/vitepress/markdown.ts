import type { MarkdownEnv, MarkdownOptions, MarkdownRenderer } from 'vitepress'
import { highlight } from './highlight.ts'

/** How Markdown becomes HTML. */
export const markdownOptions: MarkdownOptions = {
  highlight,
  // As GitHub makes them, whose readers follow the same links.
  anchor: { slugify: githubSlug },
  config: asOneText,
}

/** Renders Markdown to HTML, before a page is made of it. What is rendered once serves the page and the search. */
let toHtml: (source: string, env: MarkdownEnv) => string
const rendered = new Map<string, { readonly html: string; readonly env: MarkdownEnv }>()

/**
 * Pages hold no components, so all of a page is one string to Vue. It is not compiled, and a `{{` in it means nothing:
 * the build takes half the time.
 */
function asOneText(md: MarkdownRenderer): void {
  const render = md.render.bind(md)
  toHtml = (source, env) => {
    const key = `${env.relativePath}\n${source}`
    const known = rendered.get(key)
    if (known) {
      // Rendering says in `env` what it found, such as the title.
      Object.assign(env, { ...known.env, ...env })
      return known.html
    }
    const html = withShortOutline(render(source, env).replaceAll(' v-pre', ''), env)
    rendered.set(key, { html, env: { ...env } })
    return html
  }
  md.render = (source, env) => {
    const text = JSON.stringify(toHtml(source, env)).replaceAll("'", '\\u0027').replaceAll('&', '\\u0026')
    return `<div v-html='${text}'></div>`
  }
}

/**
 * The outline of a page with operations has no room for the name of their resource, which all of them have. VitePress
 * leaves out what is marked so.
 */
function withShortOutline(html: string, { relativePath }: MarkdownEnv): string {
  if (!relativePath?.startsWith('operations/')) return html
  return html.replaceAll(/(<h2 [^>]*>)(\w+\.)(?=\w+ <a )/g, '$1<span class="ignore-header">$2</span>')
}

/** The HTML that the search reads: with headings only where a reader would jump to. */
export const renderForSearch = (source: string, env: MarkdownEnv): string =>
  toHtml(source, env).replaceAll(REPEATED, '<p>$2</p>')

/** Headings that each function and each interface of the reference has. */
const REPEATED =
  /<h([3-6])[^>]*>((?:Call Signature|Constructors?|Extend(?:s|ed by)|Implement(?:s|ed by)|Inherited from|Methods|Operation|Options|Overrides|Parameters|Properties|Returns|See|Since|Throws|Type Parameters|Type Declaration|Until|Example|Deprecated|Default Value|Index Signature|Accessors) ?<a[^>]*>.*?<\/a>)<\/h\1>/g

function githubSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')
}
