import { expect, test } from 'vitest'
import { writeManifest } from '../src/write-manifest.ts'

const target = (path: string): object => ({ types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` })

test('A manifest exports the client, the table, and each resource with and without checks', () => {
  const before = {
    name: '@x/shop',
    exports: { '.': target('index'), './gone': target('entries/gone'), './package.json': './package.json' },
    files: ['dist'],
  }
  const text = writeManifest(JSON.stringify(before), ['opening-hours', 'orders'])
  expect(text.endsWith('}\n')).toBe(true)
  const after = JSON.parse(text)
  expect(Object.entries(after.exports)).toEqual([
    ['.', target('index')],
    ['./about', target('about')],
    ['./unchecked', target('unchecked')],
    ['./operations', target('operations')],
    ['./opening-hours', target('entries/opening-hours')],
    ['./orders', target('entries/orders')],
    ['./unchecked/opening-hours', target('entries/unchecked/opening-hours')],
    ['./unchecked/orders', target('entries/unchecked/orders')],
    ['./package.json', './package.json'],
  ])
  expect({ ...after, exports: undefined }).toEqual({ ...before, exports: undefined })
})
