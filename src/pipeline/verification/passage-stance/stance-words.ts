/**
 * Words by which a sentence says which way something goes, written for this program from general and medical English.
 * Inflected forms are listed, as a stem often loses the part of speech ("lower", "effect").
 */

/** What a word does to what it is said of: 1 more of it, -1 less of it. */
export const ACTIONS: ReadonlyMap<string, 1 | -1> = signs(
  'increase increases increased increasing raise raises raised raising rise rises rose rising elevate elevates elevated elevating heighten heightens heightened cause causes caused causing induce induces induced '
  + 'lead leads led leading contribute contributes contributed contributing trigger triggers triggered promote promotes promoted promoting produce produces produced provoke provokes provoked result results resulted resulting '
  + 'associate associates associated association associations link links linked linking tied correlate correlates correlated correlation correlations related relates predict predicts predicted predictor predictors factor factors '
  + 'higher greater more most high highest excess additional larger longer faster accelerate accelerates accelerated prolong prolongs prolonged enhance enhances enhanced enhancing '
  + 'boost boosts boosted boosting strengthen strengthens strengthened exacerbate exacerbates exacerbated aggravate aggravates aggravated worsen worsens worsened worsening facilitate facilitates facilitated develop develops developed '
  + 'expose exposes exposed pose poses posed carry carries carried double doubles doubled doubling triple triples tripled support supports supported supporting encourage encourages encouraged grow grows grew growing confer confers conferred',
  'decrease decreases decreased decreasing reduce reduces reduced reducing reduction reductions lower lowers lowered lowering lessen lessens lessened lessening less fewer least lowest diminish diminishes diminished diminishing '
  + 'decline declines declined declining fall falls fell falling drop drops dropped prevent prevents prevented preventing prevention preventive prophylactic prophylaxis avoid avoids avoided avoiding avert averts averted stop stops stopped stopping '
  + 'block blocks blocked blocking inhibit inhibits inhibited inhibiting inhibition inhibitory suppress suppresses suppressed suppressing suppression curb curbs curbed curbing slow slows slowed slowing mitigate mitigates mitigated mitigating mitigation '
  + 'limit limits limited limiting contain contains contained containing containment minimize minimizes minimized minimizing minimise minimises minimised minimising combat combats combating fight fights fighting '
  + 'treat treats treating cure cures cured curing remedy kill kills killed killing eliminate eliminates eliminated eliminating eradicate eradicates eradicated inactivate inactivates inactivated inactivating destroy destroys destroyed '
  + 'neutralize neutralizes neutralized neutralise neutralises neutralised neutralizing clear clears cleared clearing alleviate alleviates alleviated relieve relieves relieved ease eases eased attenuate attenuates attenuated ameliorate ameliorates ameliorated '
  + 'shorten shortens shortened shorter smaller weaken weakens weakened impair impairs impaired disrupt disrupts disrupted interrupt interrupts interrupted halt halts halted ward counter counteract counteracts disinfect disinfects disinfecting '
  + 'inverse inversely reverse negative negatively low rare rarely uncommon infrequent seldom milder delay delays delayed flatten flattened suppressing protect protects protected protecting protection protective',
)

/** Verbs said of what is unwanted, whatever its name: what is cured is an ill. */
export const REMEDIES: ReadonlySet<string> = words('cure cures cured curing treat treats treating prevent prevents prevented preventing kill kills killed killing relieve relieves relieved alleviate alleviates alleviated protect protects protected protecting combat combats fight fights fighting inactivate inactivates inactivated '
  + 'destroy destroys destroyed eradicate eradicates eradicated mitigate mitigates mitigated curb curbs neutralize neutralizes neutralized ward avert averts averted')

/** Outcomes and states that people want (1) or do not want (-1). */
export const VALUES: ReadonlyMap<string, 1 | -1> = signs(
  'efficacy effectiveness survival recovery recover recovered recovers recoveries immunity immune remission healing clearance quality improvement wellbeing safety benefit benefits cure relief protection antibody antibodies resistance '
  + 'strength satisfaction adherence discharge discharged fitness',
  'risk risks death deaths die died dies dying mortality fatality fatalities lethality severe severity serious critical worse poor disease diseases illness illnesses infection infections infected infecting infect infectious transmission '
  + 'spread hospitalization hospitalizations hospitalisation hospitalized hospitalised admission admissions admitted susceptible susceptibility vulnerable prone vulnerability deadly intubation complication complications symptom symptoms pain inflammation inflammatory harm harms damage injury injuries failure odds '
  + 'danger dangers emergency emergencies contagion outbreak outbreaks epidemic pandemic incidence progression pneumonia stroke strokes thrombosis clot clots bleeding cancer tumor tumour relapse recurrence adverse toxicity virus viruses viral pathogen pathogens '
  + 'bacteria germs case cases fever cough headache depression anxiety stress disability events event hazard hazards replication load contamination contaminated fibrosis storm storms attack attacks nausea vomiting fatigue tiredness insomnia dizziness diarrhea diarrhoea constipation itch itching rash fracture fractures falls dementia diabetes obesity asthma wheeze dyspnea dyspnoea migraine seizure seizures sepsis shock suffering distress suicide infarction ulcer ulcers wound wounds swelling edema oedema spasm cramp cramps stiffness weakness burden mortalities arrhythmia arrhythmias',
)

/** Words of praise (1) and blame (-1) that need no outcome. */
export const PRAISE: ReadonlyMap<string, 1 | -1> = signs(
  'effective effectively efficacious safe safely beneficial benefit benefits benefited useful helpful help helps helped helping improve improves improved improving improvement improvements better best superior promising successful successfully '
  + 'success favorable favourable favor favors favoured recommended recommend recommends advise advised advisable feasible reliable sufficient adequate potent valuable tolerated optimal efficient efficiently protective protects protect '
  + 'protected protecting protection crucial essential important key necessary reasonable good advantage advantages strong work works worked',
  'ineffective inefficient unsafe harmful dangerous toxic worse worst inferior useless unhelpful poor poorly bad detrimental insufficient inadequate unnecessary unreliable failed fails fail failing failure contraindicated discouraged avoided '
  + 'disappointing futile unproven unfounded disadvantage deleterious culprit culprits blame blamed weak',
)

/** Words of lack: "vitamin D deficiency", "without masks", "low intake". */
export const LACKS: ReadonlySet<string> = words('deficiency deficiencies deficient insufficiency insufficient lack lacks lacking absence absent without inadequate shortage depletion depleted withdrawal discontinuation discontinued discontinue discontinuing unprotected unvaccinated untreated')

/** Words that deny; "n't" is told apart before words are looked up. */
export const DENIALS: ReadonlySet<string> = words('no not never neither nor none cannot hardly barely scarcely unlikely rarely fail fails failed failing unable nothing nobody unaffected insignificant nonsignificant unrelated')

/** Words that tell of no difference or no relation by themselves. */
export const SAMENESS: ReadonlySet<string> = words('same similar similarly equal equally comparable unchanged identical alike indistinguishable constant stable independent independently unrelated')
/** Words that tell of a difference. */
export const DIFFERENCE: ReadonlySet<string> = words('different differs differ differed difference differences distinct unlike distinguishable contrast')

/** Words by which a sentence says it is not sure. */
export const HEDGES: ReadonlySet<string> = words('may might could can possible possibly perhaps potential potentially probably likely suggest suggests suggested suggesting appear appears appeared seem seems seemed hypothesize hypothesized hypothesise hypothesis hypotheses hypothesised speculate '
  + 'speculated would should presumably plausible theoretical theoretically expected assume assumed believe believed thought candidate candidates proposed')

/** Words by which a sentence says that nobody knows yet. */
export const OPENNESS: ReadonlySet<string> = words('unclear unknown uncertain uncertainty controversial debated debate inconclusive investigate investigated investigating investigation whether further needed needs remain remains explore explored aim aims aimed objective purpose evaluate evaluated '
  + 'assess assessed examine examined determine study studied analyze analyse ongoing require required requires warranted understood understand elucidated limited scarce insufficient unproven unconfirmed questions question concern debatable')

/** Words that stand for everything or for one thing alone: a claim with one of them asks more of its passage. */
export const ABSOLUTES: ReadonlySet<string> = words('all always every everyone everybody only never none completely entirely solely exclusively any must definitely certainly proven proves prove most')

/** Words at which a sentence turns to another statement. */
export const BORDERS: ReadonlySet<string> = words('but whereas while although however though yet nevertheless nonetheless except despite unlike instead rather')

/** Pairs of contraries that are not more or less of something. */
export const CONTRARIES: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = ([
  ['natural naturally', 'artificial artificially engineered manufactured synthetic'], ['symptomatic', 'asymptomatic presymptomatic'], ['acute', 'chronic'], ['early earlier', 'late later'], ['before', 'after'],
  ['young younger child children pediatric paediatric infants', 'old older elderly aged seniors'], ['male males men', 'female females women'], ['primary', 'secondary'], ['benign mild moderate', 'malignant severe critical fatal'], ['indoor indoors', 'outdoor outdoors'],
  ['hot warm warmer heat', 'cold cool cooler'], ['humid wet', 'dry'], ['short shorter', 'long longer'], ['human humans', 'animal animals'], ['first', 'last'], ['true fact', 'false myth'], ['same similar', 'different distinct'], ['inside internal', 'outside external'],
  ['common frequent usual', 'rare uncommon infrequent unusual'], ['single one', 'multiple several many'], ['positive', 'negative'], ['possible', 'impossible'], ['known', 'unknown'], ['sufficient adequate enough', 'insufficient inadequate'],
  ['start starts started begin begins initiate initiated', 'stop stops stopped end ends discontinue discontinued'], ['direct directly', 'indirect indirectly'], ['always', 'never'], ['reversible', 'irreversible'], ['permanent', 'temporary transient'], ['sensitive', 'resistant'],
  ['agonist', 'antagonist'], ['increase increases increased higher more', 'decrease decreases decreased lower less fewer'], ['gain', 'loss'], ['alive survive survived survival', 'dead die died death'],
] as const).map(([one, two]) => [words(one), words(two)] as const)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** A word in both lists counts as the first says. */
function signs(more: string, less: string): ReadonlyMap<string, 1 | -1> {
  return new Map([...less.split(' ').map((word) => [word, -1] as const), ...more.split(' ').map((word) => [word, 1] as const)])
}
