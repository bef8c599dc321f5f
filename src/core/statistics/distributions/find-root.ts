const STEPS = 300

/**
 * A zero of `f` between two points where it has opposite signs, to the last digits of double precision (Brent 1973,
 * chapter 4: inverse quadratic interpolation and secants, with bisection as the net under them).
 */
export function findRoot(f: (x: number) => number, from: number, to: number): number {
  let [a, b] = [from, to]
  let [fa, fb] = [f(a), f(b)]
  let [c, fc] = [a, fa]
  let step = b - a
  let before = step
  for (let n = 0; n < STEPS && fb !== 0; n += 1) {
    if (Math.sign(fb) === Math.sign(fc)) {
      ;[c, fc] = [a, fa]
      step = before = b - a
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      ;[a, b, c] = [b, c, b]
      ;[fa, fb, fc] = [fb, fc, fb]
    }
    const tolerance = 2 * Number.EPSILON * Math.abs(b) + Number.MIN_VALUE
    const half = (c - b) / 2
    if (Math.abs(half) <= tolerance) break
    if (Math.abs(before) >= tolerance && Math.abs(fa) > Math.abs(fb)) {
      const s = fb / fa
      let p = 2 * half * s
      let q = 1 - s
      if (a !== c) {
        const t = fa / fc
        const r = fb / fc
        p = s * (2 * half * t * (t - r) - (b - a) * (r - 1))
        q = (t - 1) * (r - 1) * (s - 1)
      }
      if (p > 0) q = -q
      p = Math.abs(p)
      const isWithin = 2 * p < Math.min(3 * half * q - Math.abs(tolerance * q), Math.abs(before * q))
      ;[before, step] = isWithin ? [step, p / q] : [half, half]
    } else {
      step = before = half
    }
    ;[a, fa] = [b, fb]
    b += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance
    fb = f(b)
  }
  return b
}

/** The point x > 0 where a falling function passes `target`: brackets by factors of two, then `findRoot`. */
export function findPositiveRoot(falling: (x: number) => number, target: number, start = 1): number {
  let low = start
  let high = start
  while (falling(high) > target && high < Number.MAX_VALUE / 4) high *= 2
  while (falling(low) < target && low > Number.MIN_VALUE * 4) low /= 2
  return low === high ? low : findRoot((x) => falling(x) - target, low, high)
}
