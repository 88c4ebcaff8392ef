/** What the configuration of VitePress knows of the pages. */
export interface SiteData {
  readonly title: string
  readonly sections: readonly SectionData[]
}

export interface SectionData {
  readonly title: string
  readonly folder: string
  readonly groups: readonly {
    readonly title?: string | undefined
    readonly pages: readonly { readonly title: string; readonly address: string }[]
  }[]
}
