// How a changeset becomes a line of a changelog: for readers, so without commits, and one line for all dependencies.
export default {
  async getReleaseLine({ summary }) {
    const [first, ...rest] = summary.trim().split('\n')
    return [`- ${first}`, ...rest.map((line) => `  ${line}`.trimEnd())].join('\n')
  },

  async getDependencyReleaseLine(_changesets, dependencies) {
    const names = dependencies.map(({ name, newVersion }) => `\`${name}\` ${newVersion}`)
    return names.length > 0 ? `- Updated dependencies: ${names.join(', ')}` : ''
  },
}
