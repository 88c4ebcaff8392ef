import process from 'node:process'
import { expect, test } from 'vitest'
import { stopSignal } from '../src/node.ts'

test('the signal aborts when the process should exit, and a second request ends the process', () => {
  const before = process.listenerCount('SIGHUP')
  const signal = stopSignal(['SIGHUP'])
  expect(signal.aborted).toBe(false)
  process.emit('SIGHUP')
  expect(signal.aborted).toBe(true)
  expect(process.listenerCount('SIGHUP')).toBe(before)
})
