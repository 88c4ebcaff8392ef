// #region wait
export async function createAndFind(client) {
  const { processInstanceKey } = await client.createProcessInstance({ processDefinitionId: 'order' })
  const instance = await client.getProcessInstance({ processInstanceKey }, { consistency: { waitUpToMs: 5000 } })
  const query = { filter: { processInstanceKey } }
  const { items } = await client.searchProcessInstances(query, { consistency: { waitUpToMs: 0 } })
  return { instance, found: items.length }
}
// #endregion wait
