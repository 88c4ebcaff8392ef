import type { DefaultTheme } from 'vitepress'
import type { SectionData, SiteData } from './site-data.ts'

/** Sections that the navigation at the top has; the others are below "More". */
const MAIN = ['Guides', 'Runtimes', 'Cookbook', 'Operations', 'Reference']

export function topNavigation({ sections }: SiteData): DefaultTheme.NavItem[] {
  const item = ({ title, folder }: SectionData): DefaultTheme.NavItemWithLink => ({
    text: title,
    link: `/${folder}/`,
    activeMatch: `^/${folder}/`,
  })
  const main = sections.filter(({ title }) => MAIN.includes(title))
  const more = sections.filter(({ title }) => !MAIN.includes(title))
  return [...main.map(item), ...(more.length > 0 ? [{ text: 'More', items: more.map(item) }] : [])]
}

/** A sidebar for each section. Groups of many pages are closed, unless the reader is in them. */
export function sidebars({ sections }: SiteData): DefaultTheme.SidebarMulti {
  return Object.fromEntries(sections.map((section) => [`/${section.folder}/`, sidebarOf(section)]))
}

function sidebarOf({ title, folder, groups }: SectionData): DefaultTheme.SidebarItem[] {
  const isLong = groups.length > 6
  return [
    ...(groups.some((group) => group.title === undefined) ? [] : [{ text: title, link: `/${folder}/` }]),
    ...groups.map((group) => ({
      text: group.title ?? title,
      ...(isLong && { collapsed: true }),
      items: group.pages.map(({ title, address }) => ({
        // The README of a package has the name of the group already.
        text: title === group.title ? 'Overview' : title,
        link: `/${address.replace(/(^|\/)index$/, '$1')}`,
      })),
    })),
  ]
}
