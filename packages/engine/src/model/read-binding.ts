import type { BindingModel } from './activity-model.ts'
import type { Reading } from './draft.ts'
import type { ModdleElement } from './moddle.ts'

/** Reads which version an element refers to. `called` is the extension element with the reference. */
export function readBinding(element: ModdleElement, called: ModdleElement, { problems }: Reading): BindingModel {
  switch (called.bindingType ?? 'latest') {
    case 'latest':
      return { type: 'latest' }
    case 'deployment':
      return { type: 'deployment' }
    case 'versionTag':
      if (!called.versionTag?.trim()) problems.add(element.id, "The binding type 'versionTag' needs a version tag.")
      return { type: 'versionTag', versionTag: called.versionTag ?? '' }
    default:
      problems.add(element.id, `The engine does not support the binding type '${called.bindingType}'.`)
      return { type: 'latest' }
  }
}
