import { element } from '../xml.ts'
import type { Point } from './read-diagram.ts'

/** The drawing inside an event or a gateway, centered at 0 0. */
const PATHS: Readonly<Record<string, string>> = {
  message: 'M-8 -5 H8 V5 H-8 Z L0 1 L8 -5',
  timer: 'M0 -8 A8 8 0 1 1 -0.01 -8 Z M0 -5 V0 L4 2',
  error: 'M-7 6 L-3 -6 L2 1 L7 -6 L3 6 L-2 -1 Z',
  signal: 'M0 -8 L8 6 H-8 Z',
  escalation: 'M0 -8 L6 7 L0 1 L-6 7 Z',
  conditional: 'M-6 -7 H6 V7 H-6 Z M-3 -3 H3 M-3 0 H3 M-3 3 H3',
  link: 'M-8 -3 H1 V-7 L8 0 L1 7 V3 H-8 Z',
  compensate: 'M0 -6 L-8 0 L0 6 Z M8 -6 L0 0 L8 6 Z',
  terminate: 'M0 -8 A8 8 0 1 1 -0.01 -8 Z',
  exclusiveGateway: 'M-6 -8 L6 8 M6 -8 L-6 8',
  parallelGateway: 'M0 -11 V11 M-11 0 H11',
  inclusiveGateway: 'M0 -10 A10 10 0 1 1 -0.01 -10 Z',
  eventBasedGateway: 'M0 -9 L9 -2 L5 8 H-5 L-9 -2 Z',
}

/** The symbol of an event, by what it waits for or throws, or of a gateway; empty if it has none. */
export function drawMark(name: string, { x, y }: Point, isFilled: boolean): string {
  const d = PATHS[name]
  if (d === undefined) return ''
  return element('path', { class: isFilled ? 'mark filled' : 'mark', d, transform: `translate(${x} ${y})` })
}
