import { openEngine } from '../src/main.ts'
import { median, quantile, runCommand } from './measure.ts'

/** Questions over the topics of the starter library, of several kinds. */
const QUESTIONS = [
  'Is basivertebral nerve ablation medically indicated for chronic low back pain?',
  'Is aspirin indicated to prevent a first heart attack?',
  'Do SGLT2 inhibitors help in heart failure with preserved ejection fraction?',
  'How often does basivertebral nerve ablation cause vertebral fracture?',
  'Apixaban or warfarin for atrial fibrillation?',
  'Should statins be started in people over 75?',
  'Is spinal fusion better than exercise for chronic low back pain?',
  'Is dexamethasone indicated in COVID-19?',
]
const COLD_RUNS = 7
const WARM_ROUNDS = 8

export type Timing = { readonly medianMs: number; readonly p95Ms: number; readonly megabytes: number | null }

/** The whole process on a home that is not there yet: the starter library is loaded, then the question answered. */
export async function firstUse(home: string): Promise<Timing> {
  const { milliseconds, megabytes } = await runCommand(['ask', QUESTIONS[0] ?? '', '--home', home, '--json'])
  return { medianMs: milliseconds, p95Ms: milliseconds, megabytes }
}

/** The whole process on a prepared home, a different question each time. */
export async function coldAsk(home: string): Promise<Timing> {
  const runs = []
  for (let run = 0; run < COLD_RUNS; run += 1) runs.push(await runCommand(['ask', QUESTIONS[run % QUESTIONS.length] ?? '', '--home', home, '--json']))
  const times = runs.map(({ milliseconds }) => milliseconds)
  return { medianMs: median(times), p95Ms: quantile(times, 0.95), megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)) }
}

/** `engine.ask()` in a process that has answered before. */
export async function warmAsk(home: string): Promise<Timing> {
  const engine = await openEngine(home, () => undefined)
  try {
    const times: number[] = []
    for (let round = 0; round <= WARM_ROUNDS; round += 1) {
      for (const question of QUESTIONS) {
        const started = performance.now()
        await engine.ask({ question, caseText: null, audience: 'clinician' })
        if (round > 0) times.push(performance.now() - started)
      }
    }
    return { medianMs: median(times), p95Ms: quantile(times, 0.95), megabytes: null }
  } finally {
    await engine.close()
  }
}
