/** A smooth function: its value at `point`, writing its gradient there into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number

export type MinimiseOptions = {
  readonly maxIterations?: number
  /** Stops when the largest part of the gradient is below this. */
  readonly tolerance?: number
  /** Pairs of steps remembered as curvature. */
  readonly memory?: number
}

type Curvature = { readonly step: Float64Array; readonly change: Float64Array; readonly rho: number }

const SUFFICIENT_DECREASE = 1e-4
const MAX_HALVINGS = 30

/**
 * The lowest point of a smooth convex function, from `start`.
 *
 * Limited-memory BFGS (Liu & Nocedal 1989, Mathematical Programming 45:503–528; two-loop recursion of Nocedal &
 * Wright 2006, Numerical Optimization, algorithm 7.4) with a backtracking line search (Armijo's condition). No
 * randomness: the same function and start give the same point.
 */
export function minimise(objective: Objective, start: Float64Array, { maxIterations = 200, tolerance = 1e-4, memory = 8 }: MinimiseOptions = {}): Float64Array {
  let point = start.slice()
  let gradient = new Float64Array(point.length)
  let value = objective(point, gradient)
  const history: Curvature[] = []
  for (let iteration = 0; iteration < maxIterations && largest(gradient) > tolerance; iteration += 1) {
    const direction = descent(gradient, history)
    let slope = dot(direction, gradient)
    if (slope >= 0) {
      history.length = 0
      direction.set(gradient.map((part) => -part))
      slope = dot(direction, gradient)
    }
    let length = history.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1
    const next = new Float64Array(point.length)
    const nextGradient = new Float64Array(point.length)
    let nextValue = Infinity
    let halvings = 0
    for (; halvings < MAX_HALVINGS; halvings += 1, length /= 2) {
      for (let at = 0; at < point.length; at += 1) next[at] = (point[at] ?? 0) + length * (direction[at] ?? 0)
      nextValue = objective(next, nextGradient)
      if (nextValue <= value + SUFFICIENT_DECREASE * length * slope) break
    }
    if (halvings === MAX_HALVINGS) break
    remember(history, memory, difference(next, point), difference(nextGradient, gradient))
    point = next
    gradient = nextGradient
    value = nextValue
  }
  return point
}

/** The two-loop recursion: minus the gradient, bent by the remembered curvature. */
function descent(gradient: Float64Array, history: readonly Curvature[]): Float64Array {
  const direction = gradient.map((part) => -part)
  const weights: number[] = []
  for (const { step, change, rho } of history.toReversed()) {
    const weight = rho * dot(step, direction)
    weights.unshift(weight)
    addScaled(direction, change, -weight)
  }
  const last = history.at(-1)
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.change, last.change))
    for (let at = 0; at < direction.length; at += 1) direction[at] = (direction[at] ?? 0) * scale
  }
  history.forEach(({ step, change, rho }, index) => addScaled(direction, step, (weights[index] ?? 0) - rho * dot(change, direction)))
  return direction
}

function remember(history: Curvature[], memory: number, step: Float64Array, change: Float64Array): void {
  const curvature = dot(step, change)
  if (curvature <= 1e-12) return
  history.push({ step, change, rho: 1 / curvature })
  if (history.length > memory) history.shift()
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((part, at) => part - (b[at] ?? 0))
}

function addScaled(target: Float64Array, source: Float64Array, scale: number): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) + scale * (source[at] ?? 0)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

function largest(gradient: Float64Array): number {
  let most = 0
  for (const part of gradient) most = Math.max(most, Math.abs(part))
  return most
}
