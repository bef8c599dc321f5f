import { termsOf } from '../sentences/index.ts'

/** Words that say the contrary of one another, in groups of two sides. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['activate activates activated activation activator agonist stimulate stimulates stimulation induce induces enhance enhances promote promotes', 'inhibit inhibits inhibited inhibition inhibitor antagonist suppress suppresses suppressed suppression block blocks blocker inactivate inactivates repress represses repressor impair impairs'],
  ['increase increases increased increasing elevated higher upregulated upregulation overexpressed gain hyper', 'decrease decreases decreased decreasing reduced reduces reduction lower downregulated downregulation underexpressed loss'],
  ['dominant', 'recessive'], ['benign', 'malignant'], ['oncogene oncogenic', 'suppressor'], ['positive', 'negative'], ['better improved favorable', 'worse poor poorer unfavorable aggressive'],
  ['safe', 'unsafe harmful toxic'], ['common frequent frequently', 'rare rarely uncommon infrequent'], ['similar same equal comparable equivalent', 'different distinct differs superior inferior'], ['reversible', 'irreversible'],
  ['short', 'long'], ['acute', 'chronic'], ['mono single', 'multiple several'], ['extracellular', 'intracellular'], ['agonist', 'antagonist'], ['adequate sufficient', 'inadequate insufficient'], ['possible feasible', 'impossible infeasible'],
  ['effective', 'ineffective'], ['necessary needed', 'unnecessary'], ['dependent', 'independent'], ['ubiquitous ubiquitously everywhere', 'specific specifically exclusively only'], ['acidic', 'basic'], ['radioresistant resistant', 'sensitive susceptible'],
  ['protect protects protective', 'risk'], ['survival', 'death mortality'], ['early', 'late'], ['inside', 'outside'], ['coding', 'noncoding'], ['aware known', 'unaware unknown'],
]

const OPPOSITES: ReadonlyMap<string, ReadonlySet<string>> = new Map(PAIRS.flatMap(([one, two]) => {
  const first = termsOf(one)
  const second = termsOf(two)
  return [...first.map((stem) => [stem, new Set(second)] as const), ...second.map((stem) => [stem, new Set(first)] as const)]
}))

/** Whether a text says the contrary of a word that the question uses, and not that word. */
export function saysOpposite(question: ReadonlySet<string>, stems: ReadonlySet<string>): boolean {
  return [...question].some((stem) => !stems.has(stem) && [...OPPOSITES.get(stem) ?? []].some((opposite) => stems.has(opposite) && !question.has(opposite)))
}
