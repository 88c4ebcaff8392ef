export interface FrontMatter {
  readonly title: string
  /** Files and folders of the repository that links to them shall lead to this page for. */
  readonly shows: readonly string[]
  /** The pages below it. */
  readonly children?: readonly (readonly [title: string, path: string])[]
}

/** What TypeDoc and the plugin of this site read at the head of a page. */
export function frontMatter({ title, shows, children = [] }: FrontMatter): string {
  const lines = [
    `title: ${JSON.stringify(title)}`,
    ...(shows.length > 0 ? ['shows:'] : []),
    ...shows.map((path) => `  - ${path}`),
    ...(children.length > 0 ? ['children:'] : []),
    ...children.map(([title, path]) => `  ${JSON.stringify(title)}: ${path}`),
  ]
  return `---\n${lines.join('\n')}\n---\n`
}
