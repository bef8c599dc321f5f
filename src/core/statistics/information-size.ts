/** z for a two-sided α of 0.05 and for a power of 0.80. */
const Z_ALPHA = 1.959963984540054
const Z_POWER = 0.8416212335729143

/**
 * People per arm that a trial needs to show `ratio` times the control risk (0–1), α 0.05, power 0.80.
 *
 * n = (z.975 √(2 p̄ q̄) + z.80 √(pc qc + pe qe))² / (pc − pe)², p̄ the mean of the two risks (GRADE guidelines 6).
 * Not rounded; infinite where the two risks are equal.
 */
export function peoplePerArmForRisk(controlRisk: number, ratio: number): number {
  const treatedRisk = Math.min(1, controlRisk * ratio)
  const mean = (controlRisk + treatedRisk) / 2
  const spread = Z_ALPHA * Math.sqrt(2 * mean * (1 - mean)) + Z_POWER * Math.sqrt(controlRisk * (1 - controlRisk) + treatedRisk * (1 - treatedRisk))
  return (spread / (controlRisk - treatedRisk)) ** 2
}

/** Events over both arms that a trial needs to show a hazard ratio: 4 (z.975 + z.80)² / (ln HR)² (Schoenfeld 1983). */
export function eventsForHazardRatio(hazardRatio: number): number {
  return (4 * (Z_ALPHA + Z_POWER) ** 2) / Math.log(hazardRatio) ** 2
}
