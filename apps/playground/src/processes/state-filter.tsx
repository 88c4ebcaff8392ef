import type { VNode } from 'preact'
import { route } from '../routing/route.ts'
import { stateWords } from './words.ts'

interface Props {
  readonly states: readonly string[]
  readonly value: string
  /** Returns the address that shows the instances in a state. */
  readonly address: (state: string) => string
}

/** Filters by state. The state is part of the address, so the back button undoes it. */
export function StateFilter({ states, value, address }: Props): VNode {
  return (
    <select
      aria-label="State"
      value={value}
      onChange={({ currentTarget }) => {
        location.hash = address(currentTarget.value)
      }}
    >
      {states.map((state) => (
        <option key={state} value={state}>
          {stateWords(state)}
        </option>
      ))}
    </select>
  )
}

/** Returns the state in the address if it is one of `states`, otherwise the first of them. */
export function chosenState<State extends string>(states: readonly [State, ...State[]]): State {
  return states.find((state) => state === route.value.parameters.state) ?? states[0]
}
