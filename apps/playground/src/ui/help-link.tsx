import type { VNode } from 'preact'
import { href } from '../routing/route.ts'

export function HelpLink(): VNode {
  return <a href={href(['help'])}>Help</a>
}
