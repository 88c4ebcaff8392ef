import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('../../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const pages = globSync('docs/cookbook/*.md', { cwd: root }).filter((page) => !page.endsWith('README.md'))
const helpers = ['administration/vault.ts', 'deployment/order-process.ts', 'wrong-guesses.ts']
const recipes = globSync('apps/examples/src/cookbook/**/*.ts', { cwd: root })
  .map((path) => path.replace('apps/examples/src/cookbook/', ''))
  .filter((path) => !helpers.includes(path))

/** Returns the anchor of a heading, as on GitHub and the site. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')

it('every recipe is on a page, is run by a test, and is short', () => {
  const text = pages.map(read).join('')
  const tests = globSync('apps/examples/test/cookbook/*.test.ts', { cwd: root }).map(read).join('')
  expect(recipes.length).toBeGreaterThan(40)
  for (const recipe of recipes) {
    expect(text, recipe).toContain(`<!-- quote: apps/examples/src/cookbook/${recipe} -->`)
    const isRun = recipe.endsWith('.test.ts') || tests.includes(recipe.replace(/\.ts$/, ''))
    expect(isRun, `${recipe} is run`).toBe(true)
    expect(read(`apps/examples/src/cookbook/${recipe}`).split('\n').length, recipe).toBeLessThan(26)
  }
})

it('the index has every recipe of every page', () => {
  const index = read('docs/cookbook/README.md')
  for (const page of pages.filter((name) => !name.endsWith('wrong-guesses.md'))) {
    const headings = [...read(page).matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading)
    for (const heading of headings) {
      expect(index).toContain(`- [${heading}](./${page.replace('docs/cookbook/', '')}#${anchor(heading)})`)
    }
  }
})
