import fc from 'fast-check'

/** A well-formed piece of a process: one way in, one way out. */
export type Block =
  | { readonly kind: 'job' | 'manual' | 'timer' }
  /** Task listeners are called for these events. */
  | { readonly kind: 'user'; readonly listeners: readonly string[] }
  | { readonly kind: 'sequence' | 'parallel'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'exclusive' | 'inclusive'
      /** Whether the condition of each branch holds. */
      readonly branches: readonly { readonly block: Block; readonly holds: boolean }[]
      readonly hasDefault: boolean
    }
  | { readonly kind: 'sub-process'; readonly block: Block; readonly isTerminated: boolean }
  | { readonly kind: 'boundary'; readonly block: Block; readonly isInterrupting: boolean }
  | { readonly kind: 'loop'; readonly block: Block; readonly rounds: number }
  | { readonly kind: 'first-event'; readonly block: Block; readonly other: Block }

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('job', 'manual', 'timer') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('user'),
      listeners: fc.subarray(['creating', 'assigning', 'completing', 'canceling']),
    }),
  },
)

export const arbitraryBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 })
  const branches = fc.array(fc.record({ block: tie('block'), holds: fc.boolean() }), { minLength: 2, maxLength: 3 })
  return {
    block: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.record({ kind: fc.constantFrom('sequence', 'parallel'), blocks }),
      fc.record({ kind: fc.constantFrom('exclusive', 'inclusive'), branches, hasDefault: fc.boolean() }),
      fc.record({ kind: fc.constant('sub-process'), block: tie('block'), isTerminated: fc.boolean() }),
      fc.record({ kind: fc.constant('boundary'), block: tie('block'), isInterrupting: fc.boolean() }),
      fc.record({ kind: fc.constant('loop'), block: tie('block'), rounds: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('first-event'), block: tie('block'), other: tie('block') }),
    ) as fc.Arbitrary<Block>,
  }
}).block

/** The same with exclusive gateways. The inside of a sub-process is a world of its own. */
export function withoutInclusive(block: Block): Block {
  switch (block.kind) {
    case 'sequence':
    case 'parallel':
      return { ...block, blocks: block.blocks.map(withoutInclusive) }
    case 'exclusive':
    case 'inclusive': {
      const branches = block.branches.map((branch) => ({ ...branch, block: withoutInclusive(branch.block) }))
      return { ...block, kind: 'exclusive', branches }
    }
    case 'loop':
      return { ...block, block: withoutInclusive(block.block) }
    case 'first-event':
      return { ...block, block: withoutInclusive(block.block), other: withoutInclusive(block.other) }
    default:
      return block
  }
}
