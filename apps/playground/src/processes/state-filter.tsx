import type { VNode } from 'preact'
import { route } from '../routing/route.ts'
import { stateWords } from './words.ts'

interface Props {
  readonly states: readonly string[]
  readonly value: string
  /** The address that shows the instances of a state. */
  readonly address: (state: string) => string
}

/** Chooses by state; the choice is part of the address, so the back button undoes it. */
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

/** The state that the address asks for, if it is one of `states`; else the first of them. */
export function chosenState<State extends string>(states: readonly [State, ...State[]]): State {
  return states.find((state) => state === route.value.parameters.state) ?? states[0]
}
