/** A page of the site before its links are resolved. */
export interface Page {
  readonly title: string
  /** Where it is on the site, without an ending: `guides/workers`. */
  readonly address: string
  readonly markdown: string
  /** The file of the repository that its links are relative to; undefined if they are relative to its address already. */
  readonly file?: string | undefined
  /** Front matter for VitePress. */
  readonly frontMatter?: object | undefined
  /** What VitePress shows, if that is not all of `markdown`. */
  readonly body?: string | undefined
  /** Further files and folders of the repository that links to them shall lead here for. */
  readonly shows?: readonly string[] | undefined
}

/** Pages with one sidebar. */
export interface Section {
  readonly title: string
  readonly summary: string
  /** Where its pages are, and the index that lists them. */
  readonly folder: string
  /** Folders of the repository that the section stands for where a page links to one. */
  readonly shows: readonly string[]
  readonly groups: readonly Group[]
  /** Whether the index has the first sentence of each page. */
  readonly hasSummaries?: boolean | undefined
}

/** Pages below one heading of a sidebar. A group without a title stands before the others. */
export interface Group {
  readonly title?: string | undefined
  readonly pages: readonly Page[]
}

export const pagesOf = ({ groups }: Section): readonly Page[] => groups.flatMap(({ pages }) => pages)
