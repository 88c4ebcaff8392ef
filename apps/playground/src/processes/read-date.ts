import { parseOperateDate } from '@x/operate'

/** The moment that an Operate answer names; undefined where a server writes what this version does not know. */
export function readDate(text: string): Date | undefined {
  try {
    return parseOperateDate(text)
  } catch {
    return undefined
  }
}
