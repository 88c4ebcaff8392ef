import { activateContainer } from '../run/containers.ts'
import type { ElementKind } from './element-kind.ts'

export const process: ElementKind = {
  type: 'PROCESS',
  activate: activateContainer,
  leave: () => undefined,
}
