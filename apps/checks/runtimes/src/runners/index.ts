import { bun } from './bun.ts'
import { chromium } from './chromium.ts'
import { deno } from './deno.ts'
import { edge } from './edge.ts'
import { firefox } from './firefox.ts'
import { node22, node24, node26 } from './node.ts'
import type { Runtime } from './runtime.ts'
import { webkit } from './webkit.ts'
import { workerdAlone, workerdWithNode } from './workerd.ts'

export const runtimes: readonly Runtime[] = [
  node22,
  node24,
  node26,
  deno,
  bun,
  workerdAlone,
  workerdWithNode,
  edge,
  chromium,
  firefox,
  webkit,
]
