import type { CredentialsExplanation, ExplainedLine } from '@x/env/explain'
import type { VNode } from 'preact'
import { ScrollRegion } from '../ui/scroll-region.tsx'

interface Props {
  readonly explanation: CredentialsExplanation
}

/** The contents of a credentials file: its APIs, what is missing, and each line. */
export function ExplainedCredentials({ explanation: { lines, error, opens, missing } }: Props): VNode {
  const missingSomething = Object.entries(missing)
  return (
    <div aria-live="polite">
      {error && (
        <div class="notice notice-error">
          <p>This file can’t be used:</p>
          <ul>
            {error.issues.map(({ variable, problem, hint }) => (
              <li key={variable + problem}>
                <code>{variable}</code> {problem}. {hint}
              </li>
            ))}
          </ul>
        </div>
      )}
      {opens.length > 0 && (
        <table class="facts">
          <caption>APIs it gives access to</caption>
          <tbody>
            {opens.map(({ setting, url, credentials }) => (
              <tr key={setting}>
                <th scope="row">{toTitle(setting.replace(/Url$/, ''))}</th>
                <td>
                  <code>{url}</code>
                </td>
                <td>{credentials} client</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!error && missingSomething.length > 0 && (
        <div class="notice">
          <p>Not in this file:</p>
          <ul>
            {missingSomething.map(([kind, issues]) => (
              <li key={kind}>
                the APIs of {kind === 'cluster' ? 'a cluster' : 'an organization'}:{' '}
                {issues?.map(({ variable }) => variable).join(', ')} {issues && issues.length > 1 ? 'are' : 'is'}{' '}
                missing. {issues?.[0]?.hint}
              </li>
            ))}
          </ul>
        </div>
      )}
      {lines.length > 0 && (
        <ScrollRegion class="records lines" label="Line by line">
          <table>
            <caption>Line by line</caption>
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">Variable</th>
                <th scope="col">Sets</th>
                <th scope="col">Value</th>
                <th scope="col">Remarks</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <LineRow key={`${line.line} ${line.variable}`} line={line} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </div>
  )
}

function LineRow({
  line: { line, variable, setting, belongsTo, value, remarks },
}: {
  readonly line: ExplainedLine
}): VNode {
  return (
    <tr>
      <td>{line}</td>
      <td>{variable === undefined ? <em>unreadable</em> : <code>{variable}</code>}</td>
      <td>
        {setting === undefined ? 'nothing' : toTitle(setting)}
        {belongsTo && ` (${belongsTo} client)`}
      </td>
      <td>{value === undefined ? <span class="quiet">hidden</span> : <code>{value}</code>}</td>
      <td class={remarks.length > 0 ? 'warning' : undefined}>
        {remarks.length === 0 ? '✓' : remarks.map(({ problem, hint }) => `⚠ ${problem}. ${hint}`).join(' ')}
      </td>
    </tr>
  )
}

/** `tokenUrl` → `Token URL`. */
function toTitle(name: string): string {
  const words = name
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/\b(url|id|rest|grpc)\b/g, (word) => ({ grpc: 'gRPC' })[word] ?? word.toUpperCase())
  return words.charAt(0).toUpperCase() + words.slice(1)
}
