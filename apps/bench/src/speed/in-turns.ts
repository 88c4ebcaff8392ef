/** Two slices that were measured one right after the other. */
export interface Pair<Slice> {
  readonly own: Slice
  readonly limit: Slice
}

/**
 * Measures slices of the limit and of all others in turns, `L a b L c d L`, repeatedly: whatever else the machine does
 * slows all of them alike, and each slice has one of the limit next to it. The limit itself is paired with its own next
 * slice, which shows how large the machine's noise is.
 *
 * The order of the others is reversed with each round, so that running before or after the limit is not an advantage.
 * The first round is left out: it is affected by what was measured before.
 */
export async function takeTurns<Member, Slice>(
  limit: Member,
  others: readonly Member[],
  rounds: number,
  take: (member: Member) => Promise<Slice>,
): Promise<Map<Member, Pair<Slice>[]>> {
  const pairs = new Map([limit, ...others].map((member) => [member, [] as Pair<Slice>[]]))
  for (let round = -1; round < rounds; round++) {
    const order = round % 2 ? [...others].reverse() : others
    const note = (member: Member, pair: Pair<Slice>): void => {
      if (round >= 0) pairs.get(member)?.push(pair)
    }
    let beside = await take(limit)
    for (let index = 0; index < order.length; index += 2) {
      const [before, after] = order.slice(index, index + 2) as [Member, Member?]
      note(before, { own: await take(before), limit: beside })
      const own = after && (await take(after))
      const next = await take(limit)
      if (after && own) note(after, { own, limit: next })
      note(limit, { own: next, limit: beside })
      beside = next
    }
  }
  return pairs
}
