import { activateContainer } from '../run/containers.ts'
import type { ElementKind } from './element-kind.ts'

/** An embedded sub-process. It completes when the last token in it has ended. */
export const subProcess: ElementKind = {
  type: 'SUB_PROCESS',
  activate: activateContainer,
}
