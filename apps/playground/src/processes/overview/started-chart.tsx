import type { ProcessInstance } from '@x/camunda'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { niceTicks } from '../../ui/nice-ticks.ts'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { addresses } from '../addresses.ts'
import { plural } from '../words.ts'
import { countStarted, STEPS, type StartedCount, type Step, totalOf } from './started-counts.ts'

interface Props {
  readonly instances: readonly ProcessInstance[]
  /** True if there are older ones that were not loaded. */
  readonly isCut: boolean
}

/** From the bottom to the top of a bar. */
const SERIES = [
  { name: 'incidents', title: 'With an incident' },
  { name: 'active', title: 'Active' },
  { name: 'ended', title: 'Ended' },
] as const

/** The instances started in each hour or day, as a bar chart and as a table. */
export function StartedChart({ instances, isCut }: Props): VNode {
  const [step, setStep] = useState<Step>('day')
  const counts = countStarted(instances, step, Date.now())
  const title = `Instances started per ${step}, last ${STEPS[step]} ${step}s`
  return (
    <figure>
      <figcaption>
        <span>{title}</span>
        <label>
          Per{' '}
          <select value={step} onChange={({ currentTarget }) => setStep(currentTarget.value as Step)}>
            <option value="day">day</option>
            <option value="hour">hour</option>
          </select>
        </label>
      </figcaption>
      <Bars counts={counts} step={step} />
      <ul class="legend">
        {SERIES.map(({ name, title }) => (
          <li key={name}>
            <span class={`legend-sign bar-${name}`} aria-hidden="true" />
            {title}
          </li>
        ))}
      </ul>
      <CountTable counts={counts} step={step} title={title} />
      {isCut && <p class="quiet">Counted from the newest {instances.length.toLocaleString()} instances.</p>}
    </figure>
  )
}

interface CountsProps {
  readonly counts: readonly StartedCount[]
  readonly step: Step
}

/**
 * Bars are drawn in units of the data and stretched to the available space. Labels are outside, so they are not
 * stretched.
 */
function Bars({ counts, step }: CountsProps): VNode {
  const ticks = niceTicks(Math.max(0, ...counts.map(totalOf)))
  const highest = ticks.at(-1) ?? 1
  const first = counts[0]
  const last = counts.at(-1)
  return (
    <div class="bars" aria-hidden="true">
      <div class="bars-axis">
        {ticks.map((count) => (
          <span key={count}>{count.toLocaleString()}</span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: hidden from those who need one; they get the table. */}
      <svg viewBox={`0 0 ${counts.length} ${highest}`} preserveAspectRatio="none" focusable="false">
        {ticks.map((count) => (
          <line key={count} class="bars-tick" x1={0} x2={counts.length} y1={highest - count} y2={highest - count} />
        ))}
        {counts.map((count, index) => (
          <Bar
            key={count.from}
            count={count}
            x={index}
            highest={highest}
            title={describe(count, step)}
            address={addressOf(counts, index)}
          />
        ))}
      </svg>
      <span class="bars-first">{first && formatFrom(first.from, step)}</span>
      <span class="bars-last">{last && formatFrom(last.from, step)}</span>
    </div>
  )
}

interface BarProps {
  readonly count: StartedCount
  readonly x: number
  readonly highest: number
  readonly title: string
  /** Address of the list of these instances. */
  readonly address: string
}

function Bar({ count, x, highest, title, address }: BarProps): VNode {
  let top = highest
  return (
    // Preact sets SVG attributes by their exact names, and SVG has no `tabIndex`.
    <a href={address} {...{ tabindex: -1 }}>
      <title>{title}</title>
      <rect class="bar-room" x={x} y={0} width={1} height={highest} />
      {SERIES.map(({ name }) => {
        top -= count[name]
        return <rect key={name} class={`bar-${name}`} x={x + 0.1} y={top} width={0.8} height={count[name]} />
      })}
    </a>
  )
}

function CountTable({ counts, step, title }: CountsProps & { readonly title: string }): VNode {
  const filled = counts.filter((count) => totalOf(count) > 0).toReversed()
  return (
    <details>
      <summary>As a table</summary>
      <ScrollRegion class="records short" label={`${title}, as a table`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{step === 'day' ? 'Day' : 'Hour'}</th>
              <th scope="col" class="number">
                Started
              </th>
              {SERIES.map(({ name, title }) => (
                <th key={name} scope="col" class="number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {filled.map((count) => (
              <tr key={count.from}>
                <th scope="row">
                  <a href={addressOf(counts, counts.indexOf(count))}>{formatFrom(count.from, step)}</a>
                </th>
                <td class="number">{totalOf(count)}</td>
                {SERIES.map(({ name }) => (
                  <td key={name} class="number">
                    {count[name]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  )
}

/** Address of the list of the instances that a bar counts. */
function addressOf(counts: readonly StartedCount[], index: number): string {
  const [from, to] = [counts[index]?.from, counts[index + 1]?.from].map((time) =>
    time !== undefined ? new Date(time).toISOString() : undefined,
  )
  return addresses.instances({ from, to })
}

function describe(count: StartedCount, step: Step): string {
  const parts = SERIES.filter(({ name }) => count[name] > 0).map(
    ({ name, title }) => `${count[name]} ${title.toLowerCase()}`,
  )
  return [`${formatFrom(count.from, step)}: ${plural(totalOf(count), 'instance')}`, ...parts].join(', ')
}

function formatFrom(time: number, step: Step): string {
  const options: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' }
  return new Date(time).toLocaleString(
    undefined,
    step === 'day' ? options : { ...options, hour: 'numeric', minute: '2-digit' },
  )
}
