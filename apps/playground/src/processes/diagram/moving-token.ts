interface Point {
  readonly x: number
  readonly y: number
}

const DURATION_MS = 900
const RADIUS = 7

/** Moves a token along the points of a sequence flow. Draws nothing if the user prefers reduced motion. */
export function moveToken(layer: SVGGElement, points: readonly Point[]): void {
  if (points.length < 2 || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const token = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
  token.setAttribute('r', `${RADIUS}`)
  token.setAttribute('class', 'moving-token')
  layer.append(token)
  const animation = token.animate(keyframes(points), { duration: DURATION_MS, easing: 'ease-in-out' })
  animation.onfinish = animation.oncancel = () => token.remove()
}

/** The speed is constant along the whole flow. */
function keyframes(points: readonly Point[]): Keyframe[] {
  const lengths = points.map((point, index) => {
    const before = points[index - 1] ?? point
    return Math.hypot(point.x - before.x, point.y - before.y)
  })
  const whole = lengths.reduce((sum, length) => sum + length, 0) || 1
  let gone = 0
  return points.map(({ x, y }, index) => {
    gone += lengths[index] ?? 0
    return { transform: `translate(${x}px, ${y}px)`, offset: gone / whole }
  })
}
