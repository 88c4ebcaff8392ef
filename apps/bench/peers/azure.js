import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
} from '@azure/core-rest-pipeline'
import { requestToken } from './request-token.js'

/**
 * The token policy of Azure's pipeline with a credential that requests one token. It sends with node:http, not with
 * fetch.
 */
export function open(options) {
  const http = createDefaultHttpClient()
  const credential = {
    async getToken() {
      const { token, expiresAt } = await requestToken(options)
      return { token, expiresOnTimestamp: expiresAt }
    },
  }
  const policy = bearerTokenAuthenticationPolicy({ credential, scopes: [options.audience] })
  const pipeline = createEmptyPipeline()
  pipeline.addPolicy(policy)
  // The policy insists on https, so it gets an https address; loopback uses http.
  const client = {
    sendRequest(request) {
      request.url = request.url.replace('https:', 'http:')
      request.allowInsecureConnection = true
      return http.sendRequest(request)
    },
  }
  const url = `${options.apiUrl}/v1/process-instances/2251799813685249`.replace('http:', 'https:')
  const next = async (request) => ({ request, status: 200, headers: createHttpHeaders() })
  return {
    headers: () => policy.sendRequest(createPipelineRequest({ url }), next),
    async call() {
      const response = await pipeline.sendRequest(client, createPipelineRequest({ url }))
      if (response.status !== 200) throw new Error(`The API answered with status ${response.status}`)
      return JSON.parse(response.bodyAsText)
    },
  }
}
