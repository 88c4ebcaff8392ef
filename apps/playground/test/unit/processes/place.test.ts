import { expect, test } from 'vitest'
import { readPlace } from '../../../src/processes/place.ts'

test.each([
  [[], { type: 'overview' }],
  [['12'], { type: 'definition', key: '12', elementId: undefined }],
  [['12', 'elements', 'a/b c'], { type: 'definition', key: '12', elementId: 'a/b c' }],
  [['12', 'instances', '9223372036854775807'], { type: 'instance', key: '9223372036854775807' }],
  [['instances', '3'], { type: 'instance', key: '3' }],
  [['instances'], { type: 'instances' }],
  [['incidents'], { type: 'incidents' }],
  [['tasks'], { type: 'tasks', key: undefined }],
  [['tasks', '4'], { type: 'tasks', key: '4' }],
  [['decisions'], { type: 'decisions' }],
  [['decisions', '5'], { type: 'decision', key: '5' }],
  [['decisions', '5', 'evaluations', '7-1'], { type: 'evaluation', decisionKey: '5', id: '7-1' }],
])('reads where %j leads', (path, place) => {
  expect(readPlace(path)).toEqual(place)
})

test.each([
  [['order']],
  [['12', 'elements']],
  [['incidents', '1']],
  [['tasks', 'x']],
  [['instances', 'x']],
  [['instances', '3', '4']],
  [['12', 'instances', 'x']],
  [['12', 'instances', '3', '4']],
  [['12', '..', '3']],
  [['decisions', 'x']],
  [['decisions', '5', 'evaluations']],
  [['decisions', '5', 'evaluations', '7-1', 'more']],
])('knows that %j leads nowhere', (path) => {
  expect(readPlace(path)).toBeUndefined()
})
