// Colors for code by the grammars that the playground has, too. They are classes, so one text is right in light and dark.
import { classHighlighter, highlightCode } from '@lezer/highlight'
import { parser as javascript } from '@lezer/javascript'
import { parser as json } from '@lezer/json'
import { parser as xml } from '@lezer/xml'

const typescript = javascript.configure({ dialect: 'ts jsx' })
const parsers = {
  ts: typescript,
  tsx: typescript,
  js: javascript,
  mjs: javascript,
  jsx: typescript,
  json,
  xml,
  html: xml,
}

/** The HTML of a fence. Languages without a grammar stay plain, but for the comments of a shell. */
export function highlight(code: string, language: string): string {
  const text = code.replace(/\n$/, '')
  const parser = parsers[language as keyof typeof parsers]
  let html = ''
  if (parser) {
    highlightCode(
      text,
      parser.parse(text),
      classHighlighter,
      (part, classes) => {
        html += classes ? `<span class="${classes}">${escapeHtml(part)}</span>` : escapeHtml(part)
      },
      () => {
        html += '\n'
      },
    )
  } else html = escapeHtml(text).replaceAll(/(^|\s)(#[^\n]*)/g, '$1<span class="tok-comment">$2</span>')
  return `<pre tabindex="0"><code>${html}</code></pre>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
