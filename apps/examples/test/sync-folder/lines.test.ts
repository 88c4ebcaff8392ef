import { describe, expect, it } from 'vitest'
import { countLineChanges, countLines, sameText } from '../../src/sync-folder/lines.ts'

describe('countLineChanges', () => {
  it.each([
    ['', '', 0, 0],
    ['', 'a\nb\n', 2, 0],
    ['a\nb\n', '', 0, 2],
    ['a\nb\nc\n', 'a\nx\nc\n', 1, 1],
    ['a\nb\nc\n', 'c\na\nb\n', 1, 1],
    ['a\na\n', 'a\na\na\n', 1, 0],
    ['a\nb\nc\nd', 'b\nd\nx', 1, 2],
    ['a\r\nb\r\n', 'a\nb', 0, 0],
  ])('from %j to %j: +%i -%i', (before, after, added, removed) => {
    expect(countLineChanges(before, after)).toEqual({ added, removed })
    expect(countLineChanges(after, before)).toEqual({ added: removed, removed: added })
  })
})

it('counts lines with or without a line break at the end', () => {
  expect(['', 'a', 'a\n', 'a\nb', 'a\n\n'].map(countLines)).toEqual([0, 1, 1, 2, 2])
})

it('ignores line endings', () => {
  expect(sameText('a\r\nb', 'a\nb')).toBe(true)
  expect(sameText('a\nb', 'a\nb\n')).toBe(false)
  expect(sameText('a\n b', 'a\nb')).toBe(false)
})
