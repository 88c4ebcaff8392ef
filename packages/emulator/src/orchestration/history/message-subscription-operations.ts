import type { Engine, MessageSubscriptionRecord } from '@x/engine'
import type { Call, Handlers } from '../handler.ts'
import { createFilter, filterShapeOf } from '../search/filter.ts'
import { search } from '../search/search.ts'
import type { Searchable } from '../search/searchable.ts'
import { searchableList, searchableOf } from './collections.ts'
import { groupBy } from './group-by.ts'

/** Message subscriptions, and correlated messages. */
export function messageSubscriptionOperations(read: () => Engine): Handlers {
  const subscriptions = (): Searchable<MessageSubscriptionRecord> =>
    searchableOf(read().messageSubscriptions, ({ messageSubscriptionKey }) => messageSubscriptionKey)
  return {
    'messageSubscriptions.search': (call) => search(call, subscriptions()),
    'messageSubscriptions.searchCorrelated': (call) =>
      search(
        call,
        searchableOf(read().correlatedMessages, ({ messageKey, subscriptionKey }) => `${messageKey}${subscriptionKey}`),
      ),
    'processDefinitions.getMessageSubscriptionStatistics': (call) => {
      const statistics = statisticsOf(matching(call, subscriptions()))
      return search(
        { ...call, body: { page: call.body.page } },
        searchableList(statistics, ({ processDefinitionKey: key }) => key),
      )
    },
  }
}

function matching({ operation, body }: Call, searchable: Searchable<MessageSubscriptionRecord>) {
  const { filter = {} } = body
  return [...searchable.items(filter)].filter(createFilter(filterShapeOf(operation), filter, searchable))
}

/** Open subscriptions by process. */
function statisticsOf(subscriptions: readonly MessageSubscriptionRecord[]) {
  const active = subscriptions.filter(({ messageSubscriptionState: state }) => state === 'CREATED')
  return [...groupBy(active, ({ processDefinitionKey }) => processDefinitionKey)].map(
    ([processDefinitionKey, found]) => {
      const [first] = found as [MessageSubscriptionRecord]
      return {
        processDefinitionKey,
        processDefinitionId: first.processDefinitionId,
        tenantId: first.tenantId,
        processInstancesWithActiveSubscriptions: new Set(found.flatMap((one) => one.processInstanceKey ?? [])).size,
        activeSubscriptions: found.length,
      }
    },
  )
}
