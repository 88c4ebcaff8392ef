import { readFile } from 'node:fs/promises'

/** Returns the text of a guide. */
export function readGuide(name: string): Promise<string> {
  return readFile(new URL(`../../../../docs/guides/${name}.md`, import.meta.url), 'utf8')
}

/** Returns the cells of the tables below a heading, row by row, without the header rows. */
export function tableBelow(guide: string, heading: string): string[][] {
  const [, section = ''] = guide.split(new RegExp(`^#+ ${heading}$`, 'm'))
  const [own = ''] = section.split(/^#+ /m)
  const rows = own.split('\n').filter((line) => /^\|(?! ?-)/.test(line))
  return rows.slice(1).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** Returns the text in backticks. */
export function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
}
