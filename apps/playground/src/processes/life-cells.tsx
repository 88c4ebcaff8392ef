import type { ComponentProps, VNode } from 'preact'
import { StateLabel } from './state-label.tsx'
import { Timestamp } from './timestamp.tsx'

interface Props extends ComponentProps<typeof StateLabel> {
  readonly startDate: string
  readonly endDate?: string | null | undefined
}

/** The table cells for state, start and end. */
export function LifeCells({ state, incident, startDate, endDate }: Props): VNode {
  return (
    <>
      <td>
        <StateLabel state={state} incident={incident} />
      </td>
      <td>
        <Timestamp of={startDate} />
      </td>
      <td>{endDate && <Timestamp of={endDate} />}</td>
    </>
  )
}
