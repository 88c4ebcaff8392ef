// Updates the code blocks in Markdown that quote a file of this repository. Such a fence follows a line like `<!--
// quote: apps/examples/src/node-script.ts#client -->`: a path from the repository's root and a region of that file, or
// the whole file without one. A region is between `// #region client` and `// #endregion client`, in YAML after `#`, in
// HTML in a comment. `node tools/sync/quotes.mjs`; with `--check` it changes nothing and fails if a quote is out of
// date.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

const root = new URL('../../', import.meta.url)
const QUOTE = /^\s*<!-- quote: (\S+) -->$/
const FENCE = /^(\s*)(`{3,}|~{3,})/
const MARKER = /^\s*(?:\/\/ ?#|# ?#?|<!-- ?#)(end)?region ([\w-]+)(?: ?-->)?$/
const check = process.argv.includes('--check')

for (const file of findMarkdown('')) {
  const lines = readLines(file)
  const filled = fillFences(lines, file)
  if (!check && filled.join('\n') !== lines.join('\n')) writeFileSync(new URL(file, root), filled.join('\n'))
}

/** Files that people wrote, not those that tools installed or built. */
function findMarkdown(folder) {
  return readdirSync(new URL(folder, root), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      const skip = entry.name.startsWith('.') || ['node_modules', 'dist', 'site'].includes(entry.name)
      return skip ? [] : findMarkdown(`${folder}${entry.name}/`)
    }
    return entry.isFile() && entry.name.endsWith('.md') ? [folder + entry.name] : []
  })
}

function readLines(path) {
  return readFileSync(new URL(path, root), 'utf8').split('\n')
}

function fillFences(lines, file) {
  const filled = []
  for (let at = 0; at < lines.length; at++) {
    const [, target] = QUOTE.exec(lines[at]) ?? []
    const start = target ? at + 1 : at
    const [, indent = '', fence] = FENCE.exec(lines[start] ?? '') ?? []
    if (!fence) {
      if (target) fail(file, at, `no fence stands behind the comment that quotes ${target}`)
      filled.push(lines[at])
      continue
    }
    const end = lines.findIndex((line, index) => index > start && line.trim() === fence)
    if (end < 0) {
      fail(file, start, 'the fence is never closed')
      return lines
    }
    const body = lines.slice(start + 1, end)
    filled.push(
      ...lines.slice(at, start + 1),
      ...(target ? quote({ target, body, indent, file, at }) : body),
      lines[end],
    )
    at = end
  }
  return filled
}

/** Returns the lines that the fence must contain, or its current lines if the source is missing. */
function quote({ target, body, indent, file, at }) {
  try {
    const code = readQuote(target).map((line) => line && indent + line)
    if (check && code.join('\n') !== body.join('\n')) {
      fail(file, at, `is not what ${target} says. Run node tools/sync/quotes.mjs.`)
    }
    return code
  } catch (error) {
    fail(file, at, error.message)
    return body
  }
}

/** Returns the lines of a region, or of a whole file, without markers and without their common indentation. */
function readQuote(target) {
  const [path, region] = target.split('#')
  if (!existsSync(new URL(path, root))) throw new Error(`there is no file ${path} to quote`)
  const all = readLines(path)
  const lines = (region ? cutRegion(all, path, region) : all).filter((line) => !MARKER.test(line))
  while (lines.length > 0 && !lines[0].trim()) lines.shift()
  while (lines.length > 0 && !lines.at(-1).trim()) lines.pop()
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length)
  const code = lines.map((line) => line.slice(Math.min(...indents)))
  if (code.some((line) => FENCE.test(line)))
    throw new Error(`${target} has a fence of its own, which would end the quote`)
  return code
}

function cutRegion(lines, path, region) {
  const isMarker = (line, end) => {
    const found = MARKER.exec(line)
    return found !== null && found[2] === region && (found[1] !== undefined) === end
  }
  const start = lines.findIndex((line) => isMarker(line, false))
  if (start < 0) throw new Error(`${path} has no region ${region} to quote`)
  const end = lines.findIndex((line, index) => index > start && isMarker(line, true))
  if (end < 0) throw new Error(`the region ${region} of ${path} is never closed`)
  return lines.slice(start + 1, end)
}

/** `at` is the index of a line. */
function fail(file, at, problem) {
  process.stderr.write(`${file}:${at + 1}: ${problem}\n`)
  process.exitCode = 1
}
