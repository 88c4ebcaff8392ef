import { catalog } from '../catalog.ts'
import { rowsOf } from '../tokens/scenario.ts'
import { scenarios } from '../tokens/scenarios.ts'
import type { Bar, Panel } from './chart.ts'
import type { Report } from './report.ts'

/** The most important figures, as panels of the chart. */
export function panels({ tokens, headers, requests, fleets }: Report): Panel[] {
  const all: Panel[] = []
  for (const id of ['fleet-cold', 'wrong-secret-fleet']) {
    const row = scenarios.flatMap(rowsOf).find((one) => one.id === id)
    const bars = bar((client) => {
      const count = tokens?.find((cell) => cell.row === id && cell.client === client)?.result?.counts.tokenRequests
      return count === undefined ? undefined : { value: count, text: String(count) }
    })
    if (row && bars.length)
      all.push({ title: `Token requests: ${row.title}`, note: `Shorter is better; the minimum is ${row.least}.`, bars })
  }
  const days = fleets?.days.filter(({ plan }) => plan.hours === 24) ?? []
  if (fleets && days.length) {
    all.push({
      title: `Token requests in a simulated day of ${fleets.workers.toLocaleString('en')} workers`,
      note: 'Shorter is better. Rolling restarts every hour, tokens of 24 hours, one rotated secret.',
      bars: days.map(({ title, result }) => ({
        label: title,
        value: result.tokenRequests,
        text: result.tokenRequests.toLocaleString('en'),
        isOurs: title.startsWith('@x/'),
      })),
    })
  }
  const costs = bar((id) => headers?.[id] && { value: headers[id].ratio, text: `${headers[id].ratio.toFixed(1)}×` })
  if (costs.length)
    all.push({
      title: 'A cached headers(), relative to a constant async function',
      note: 'Shorter is better.',
      bars: costs,
    })
  const rates = bar(
    (id) => requests?.fifty[id] && { value: requests.fifty[id].ratio, text: requests.fifty[id].ratio.toFixed(2) },
  )
  if (rates.length) {
    const note = 'Longer is better. The line is fetch with a static header; the Azure client uses node:http.'
    all.push({ title: 'Whole calls, 50 at once, relative to raw fetch', note, bars: rates, mark: 1 })
  }
  return all
}

function bar(find: (id: string) => { value: number; text: string } | undefined): Bar[] {
  return catalog.flatMap(({ id, title, kind }) => {
    const found = find(id)
    return found ? [{ ...found, label: title, isOurs: kind === 'ours' }] : []
  })
}
