import { checkBaseUrl } from '@x/rest'
import type { ClusterConnection } from '../options.ts'

/** Products that had their own path or host. */
const products = 'operate|tasklist|optimize|identity|admin|console|modeler|hub'
const productPath = new RegExp(`/(${products})$`)
/** Address of a cluster on SaaS: region, product and cluster id. */
const saas = /^https:\/\/([\w-]+)\.(api|zeebe|operate|tasklist)\.camunda\.io(?::443)?\/([\w-]+)/

/**
 * Returns the address of a cluster that the paths of APIs are appended to: without `/v1`, `/v2` or a port in the path,
 * and on SaaS without the path of a product.
 *
 * @throws `RestError` with code `config_invalid` that names the option
 */
function normalizeAddress(address: string | URL, option: string): string {
  const url = checkBaseUrl(address, option).replace('/:443', '')
  return url.replace(/(\.api\.camunda\.io\/[^/]+)\/.*/, '$1').replace(/\/v[12]$/, '')
}

/** Returns a connection with all addresses that can be derived, and that of the cluster normalized. */
export function completeAddresses(given: ClusterConnection): ClusterConnection {
  // An undefined member would hide the derived value.
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const connection: ClusterConnection = { ...saasAddresses(given), ...set }
  const { operateUrl, tasklistUrl, restUrl = restUrlFrom(operateUrl ?? tasklistUrl ?? '') } = connection
  return { ...connection, restUrl: restUrl === undefined ? undefined : normalizeAddress(restUrl, 'restUrl') }
}

/** Derives the addresses of a cluster on SaaS from its region and id. */
function saasAddresses({ region, clusterId }: ClusterConnection): ClusterConnection {
  if (!region || !clusterId) return {}
  const at = (product: string): string => `https://${region}.${product}.camunda.io/${clusterId}`
  return { restUrl: at('api'), operateUrl: at('operate'), tasklistUrl: at('tasklist'), optimizeUrl: at('optimize') }
}

/** Returns the other host that may serve the same cluster on SaaS: from 8.8 to 8.10, `api` replaced `zeebe`. */
export function otherHost(restUrl: string): string | undefined {
  const [, region, product, clusterId] = saas.exec(restUrl) ?? []
  if (!product) return undefined
  return `https://${region}.${product === 'api' ? 'zeebe' : 'api'}.camunda.io/${clusterId}`
}

/** Derives the address of the cluster from that of a product on SaaS; undefined elsewhere. */
function restUrlFrom(productUrl: string): string | undefined {
  const [, region, , clusterId] = saas.exec(productUrl) ?? []
  return region && `https://${region}.api.camunda.io/${clusterId}`
}

/** Returns what looks wrong with an address that does not respond; undefined if it looks right. */
export function suspect(restUrl: string): string | undefined {
  const { protocol, hostname, port, pathname } = new URL(restUrl)
  const [, product] = productPath.exec(pathname) ?? []
  if (product) return `\`restUrl\` ends with /${product}, the path of a product. Remove it`
  const isSaas = hostname.endsWith('.camunda.io')
  if (isSaas && port) return '`restUrl` has a port, which addresses of SaaS do not have. Remove it'
  if (port === '26500')
    return '`restUrl` has port 26500, that of gRPC. The REST API is at 8080 unless configured otherwise'
  if (port === '9600') return '`restUrl` has port 9600, that of the management API. The REST API is at 8080'
  if (isSaas && !saas.test(restUrl) && !hostname.endsWith('.privateconnectivity.camunda.io')) {
    return '`restUrl` must be https://<region>.api.camunda.io/<cluster id> on SaaS'
  }
  if (protocol === 'http:' && isSaas) return '`restUrl` must start with https:// on SaaS'
  return undefined
}
