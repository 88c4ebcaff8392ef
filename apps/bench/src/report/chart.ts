/** The bars for one question, one for each client. */
export interface Panel {
  readonly title: string
  /** What a longer bar means. */
  readonly note: string
  readonly bars: readonly Bar[]
  /** A line to compare the bars with. */
  readonly mark?: number | undefined
}

export interface Bar {
  readonly label: string
  readonly value: number
  readonly text: string
  readonly isOurs: boolean
}

const width = 800
const labelWidth = 290
const barWidth = 360
const line = 22
const head = 52

/** Draws panels of bars as an SVG that follows the reader's light or dark setting. */
export function chart(panels: readonly Panel[], caption: string): string {
  let y = 8
  const parts = panels.map((panel) => {
    const top = y
    y += head + panel.bars.length * line + 18
    return drawPanel(panel, top)
  })
  const height = y + 26
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escapeXml(panels.map(({ title }) => title).join('; '))}</title>
<style>
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600; font-size: 15px }
  .note { fill: #59636e; font-size: 12px }
  .bar { fill: #8c959f }
  .ours { fill: #0969da }
  .mark { stroke: #59636e; stroke-dasharray: 3 3 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .note { fill: #9198a1 }
    .bar { fill: #656c76 }
    .ours { fill: #4493f8 }
    .mark { stroke: #9198a1 }
  }
</style>
${parts.join('\n')}
<text class="note" x="8" y="${height - 10}">${escapeXml(caption)}</text>
</svg>
`
}

function drawPanel({ title, note, bars, mark }: Panel, top: number): string {
  const most = Math.max(...bars.map(({ value }) => value), mark ?? 0, Number.MIN_VALUE)
  const length = (value: number): number => Math.round((value / most) * barWidth * 10) / 10
  const drawn = bars.map(({ label, value, text, isOurs }, i) => {
    const y = top + head + i * line
    return `<text x="${labelWidth - 8}" y="${y + 14}" text-anchor="end">${escapeXml(label)}</text>
<rect class="${isOurs ? 'ours' : 'bar'}" x="${labelWidth}" y="${y + 3}" width="${Math.max(1, length(value))}" height="${line - 7}" rx="2"/>
<text x="${labelWidth + Math.max(1, length(value)) + 6}" y="${y + 14}">${escapeXml(text)}</text>`
  })
  const x = labelWidth + length(mark ?? 0)
  const markLine =
    mark === undefined
      ? ''
      : `<line class="mark" x1="${x}" x2="${x}" y1="${top + head - 4}" y2="${top + head + bars.length * line}"/>`
  return `<text class="title" x="8" y="${top + 20}">${escapeXml(title)}</text>
<text class="note" x="8" y="${top + 38}">${escapeXml(note)}</text>
${markLine}
${drawn.join('\n')}`
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
