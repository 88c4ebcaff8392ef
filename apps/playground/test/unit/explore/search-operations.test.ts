import { describe, expect, test } from 'vitest'
import { entriesOf, loadCatalog } from '../../../src/explore/catalog/catalog.ts'
import { fuzzyMatch } from '../../../src/explore/search/fuzzy-match.ts'
import { searchOperations } from '../../../src/explore/search/search-operations.ts'

const entries = entriesOf(await loadCatalog())
const find = (query: string): readonly string[] => searchOperations(entries, query).map(({ operation }) => operation.id)

describe('a search for operations', () => {
  test('without words finds all, in the order of the tables', () => {
    expect(find(' ')).toEqual(entries.map(({ operation }) => operation.id))
  })

  test.each([
    ['clusters.list', 'clusters.list'],
    ['proinst stat', 'processInstances.getElementStatistics'],
    ['delete backup schedule', 'backups.deleteSchedule'],
    ['operate bpmn', 'processDefinitions.getXml'],
    ['audit csv', 'activity.getCsv'],
    ['/files/{fileId}', 'files.get'],
    ['PATCH file', 'files.update'],
    ['INCIDENTS search', 'incidents.search'],
    ['rename file', 'files.update'],
    ['members', 'members.list'],
    ['download bpmn', 'processDefinitions.getXml'],
    ['bpmn', 'processDefinitions.getXml'],
    ['get all incidents', 'incidents.search'],
    ['list all members', 'members.list'],
  ])('%s: first %s', (query, id) => {
    expect(find(query)[0]).toBe(id)
  })

  test.each([
    ['start instance', 'processInstances.create'],
    ['users', 'members.list'],
    ['retry job', 'jobs.update'],
  ])('%s: among the first ten is %s', (query, id) => {
    expect(find(query).slice(0, 10)).toContain(id)
  })

  test('does not find letters that are strewn over a name', () => {
    expect(find('users').filter((id) => /^clusters\./.test(id))).toEqual([])
  })

  test('wants every word', () => {
    expect(find('cluster zzz')).toEqual([])
  })

  test('marks what was typed', () => {
    const [first] = searchOperations(entries, 'pinst.get')
    const text = first?.positions.map((at) => first.operation.id[at]).join('')
    expect([first?.operation.id, text]).toEqual(['processInstances.get', 'pInst.get'])
  })
})

describe('a fuzzy match', () => {
  test('prefers the text as it stands, at the beginning of a word', () => {
    const scores = ['list', 'clusters.list', 'enlistment', 'l-i-s-t'].map(
      (text) => fuzzyMatch('list', text)?.score ?? 0,
    )
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(new Set(scores).size).toBe(4)
  })

  test('is none for characters strewn over a sentence', () => {
    expect(fuzzyMatch('abc', 'a long way to the letter b and then to c')).toBeUndefined()
  })
})
