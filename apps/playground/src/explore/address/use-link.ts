import { effect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { type Route, replaceAddress, route } from '../../routing/route.ts'
import type { Desk } from '../desk.ts'
import { type LinkedInput, linkParameters, readLink } from './deep-link.ts'

/** Long enough for browsers that limit how often the address changes. */
const ADDRESS_DELAY_MS = 200

/** A note about the address. */
type Link = Pick<LinkedInput, 'withheld' | 'problems'>

/** Addresses whose input was applied, so that later changes are not undone by them. */
const takenOver = new WeakSet<Route>()

const NOTHING: Link = { withheld: [], problems: [] }

/** Applies the input in the address, and updates the address with the input. */
export function useLink(api: string, desk: Desk): Link {
  const [link, setLink] = useState(NOTHING)
  const place = route.value
  useEffect(() => {
    setLink(NOTHING)
    const { parameters } = place
    const isSame = JSON.stringify(linkParameters(desk.operation, desk.given.peek())) === JSON.stringify(parameters)
    if (Object.keys(parameters).length > 0 && !isSame && !takenOver.has(place)) {
      const { params, input, ...rest } = readLink(parameters)
      desk.fill({ params, input })
      setLink(rest)
    }
    takenOver.add(place)
    return effect(() => {
      const now = linkParameters(desk.operation, desk.given.value)
      const timer = setTimeout(() => replaceAddress(['explore', api, desk.operation.id], now), ADDRESS_DELAY_MS)
      return () => clearTimeout(timer)
    })
  }, [desk, place])
  return link
}
