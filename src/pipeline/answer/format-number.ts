import type { Effect } from '../synthesis/index.ts'

/** A number with at most `digits` decimals, no trailing zeros, a true minus sign. */
export function decimal(value: number, digits: number): string {
  const scale = 10 ** digits
  const text = ((Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale).toString()
  return text.startsWith('-') ? `−${text.slice(1)}` : text
}

/** Ratios with two decimals, differences with one (two below 1), risk differences in percentage points. */
export function effectNumber(effect: Effect, value: number): string {
  if (effect.measure === 'RD') return decimal(100 * value, 1)
  if (effect.measure === 'MD') return decimal(value, Math.abs(value) < 1 ? 2 : 1)
  return value.toFixed(2).replace('-', '−')
}

const MEASURE_WORDS: Readonly<Record<Effect['measure'], string>> = { RR: 'risk ratio', OR: 'odds ratio', HR: 'hazard ratio', IRR: 'rate ratio', RD: 'risk difference', MD: 'mean difference', SMD: 'standardised mean difference' }

/** "hazard ratio 0.80 (95% interval 0.73 to 0.87)". */
export function effectText(effect: Effect): string {
  const unit = effect.measure === 'RD' ? ' percentage points' : ''
  const interval = effect.low === null || effect.high === null ? 'interval not available to us' : `interval${effect.origin === 'p-value' ? ', worked out by us from the p value,' : ''} ${effectNumber(effect, effect.low)} to ${effectNumber(effect, effect.high)}`
  return `${MEASURE_WORDS[effect.measure]} ${effectNumber(effect, effect.estimate)}${unit} (${interval})`
}

/** People per 1000, whole; one decimal below two so that a small harm does not vanish. */
export function per1000(value: number): string {
  const size = Math.abs(value)
  return decimal(size, size < 2 ? 1 : 0)
}

function inWeeks(weeks: number): string {
  return `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`
}

/** A time in the unit a reader would use: days, weeks (records hold them as parts of a month), months or years. */
export function duration(months: number): string {
  if (months < 1) {
    const days = Math.round(months * 30.44)
    return days >= 7 && Math.abs(days / 7 - Math.round(days / 7)) < 0.15 ? inWeeks(Math.round(days / 7)) : `${days} ${days === 1 ? 'day' : 'days'}`
  }
  const weeks = (months * 30.44) / 7
  if (months < 6 && !Number.isInteger(months) && Math.abs(weeks - Math.round(weeks)) < 0.3) return inWeeks(Math.round(weeks))
  if (months < 24) return `${decimal(months, months < 3 ? 1 : 0)} months`
  return `${decimal(months / 12, 1)} years`
}
