import type { Organization } from './console/organization.ts'
import { type Endpoint, readOnly } from './endpoint.ts'
import type { Product } from './product.ts'
import { json } from './responses.ts'
import { element, escapeXml } from './xml.ts'

export interface IndexPageParts {
  readonly origin: string
  readonly endpoints: readonly Endpoint[]
  readonly products: readonly Product[]
  readonly organization: Organization
}

interface Address {
  readonly name: string
  /** Name of the cluster, for a product with one API for each cluster. */
  readonly cluster?: string | undefined
  readonly url: string
}

const ABOUT = 'An emulated Camunda 8 with invented data, for tests and demonstrations. It has no real security.'

/**
 * Creates the response at the emulator's origin: what it is, and the addresses of its parts. HTML for browsers,
 * otherwise JSON.
 */
export function createIndexPage({ origin, endpoints, products, organization }: IndexPageParts): Endpoint {
  function readAddresses(): Address[] {
    const clusters = [...organization.clusters.values()]
    return [
      ...endpoints.map(({ name, path }) => ({ name, url: origin + path })),
      ...products.flatMap(({ name, basePath, isPerCluster }) =>
        isPerCluster
          ? clusters.map((cluster) => ({ name, cluster: cluster.name, url: `${origin}${basePath}/${cluster.uuid}` }))
          : [{ name, url: origin + basePath }],
      ),
    ]
  }
  return readOnly('index', '/', ({ headers }) => {
    const addresses = readAddresses()
    if (!/\btext\/html\b/i.test(headers.get('accept') ?? '')) return json(200, { about: ABOUT, addresses })
    return new Response(writePage(addresses), { headers: { 'content-type': 'text/html; charset=utf-8' } })
  })
}

function writePage(addresses: readonly Address[]): string {
  const rows = addresses.map(({ name, cluster, url }) =>
    element(
      'tr',
      {},
      ...[cluster ? `${name} (${cluster})` : name, url].map((text) => element('td', {}, escapeXml(text))),
    ),
  )
  const title = 'Camunda 8 emulator'
  const body = [element('h1', {}, title), element('p', {}, ABOUT), element('table', {}, ...rows)]
  return `<!doctype html>\n${element('html', { lang: 'en' }, element('head', {}, element('title', {}, title)), element('body', {}, ...body))}\n`
}
