import type { VNode } from 'preact'
import { Colored } from '../../ui/colored/colored.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'

interface Props {
  readonly xml: string
  /** The reason why it is shown as text. */
  readonly problem: string
}

/** XML that cannot be displayed as a diagram. */
export function XmlText({ xml, problem }: Props): VNode {
  return (
    <div class="xml-text">
      <p class="notice">{problem} Here is the XML as it was deployed.</p>
      <ScrollRegion class="xml" label="XML">
        <pre>
          <Colored text={xml} language="xml" />
        </pre>
      </ScrollRegion>
    </div>
  )
}
