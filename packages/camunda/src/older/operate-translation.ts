import type { OperateClient } from '@x/operate'
import { writeMoment } from './date.ts'
import type { Members, Translation } from './member.ts'

/** A translation to a resource of Operate v1. */
export interface OperateTranslation extends Translation {
  /** Name of the resource in Operate. */
  readonly older: keyof OperateClient
}

/** @param members - All members of the resource in v2, with their counterparts in Operate. */
export function operateTranslation(
  resource: string,
  older: OperateTranslation['older'],
  members: Members<string>,
): OperateTranslation {
  return {
    resource,
    older,
    members,
    api: 'operate',
    conditions: 'filter',
    size: 'size',
    writeDate: writeMoment,
    merges: true,
  }
}
