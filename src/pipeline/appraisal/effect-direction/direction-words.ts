import { termsOf } from '../sentences/index.ts'

/** Which way a word points: more or less of something, or better or worse. */
export type Direction = 'up' | 'down' | 'good' | 'bad'

const WORDS: Readonly<Record<Direction, string>> = {
  up: 'higher greater increase increased increases increasing more larger longer rise rose risen elevated elevation elevate elevates raised raise raises augmented augment augmentation enhanced enhance enhances gain gained gains grew growth highest greatest most exceeded exceed doubled frequent frequently likely faster slower stronger heavier later prolonged prolong prolongs prolongation accelerated upregulated',
  down: 'lower less fewer decrease decreased decreases decreasing reduced reduce reduces reducing reduction reductions smaller shorter shortened shorten decline declined declines fell fall diminished diminish attenuated attenuate attenuates attenuation suppressed suppress suppression inhibited inhibit drop dropped lowered lowers lowering lowest least smallest weaker earlier lost loss prevented prevent prevents blunted downregulated quicker',
  good: 'improved improve improves improvement improvements improving better superior superiority beneficial benefit benefited effective effectively efficacious efficacy favour favours favor favors favourable favorable favored favoured favouring favoring successful success relieved relieve alleviated alleviate best ameliorated protective',
  bad: 'worse worsened worsening worsens worsen deteriorated deterioration deteriorate inferior inferiority impaired impair impairs impairment poorer poor harmful worst aggravated',
}

const DIRECTIONS: readonly Direction[] = ['up', 'down', 'good', 'bad']

export const DIRECTION_OF: ReadonlyMap<string, Direction> = new Map(DIRECTIONS.flatMap((direction) => WORDS[direction].split(' ').map((word) => [word, direction] as const)))

/** Words that say how much of a change, when another word of direction follows: a "greater reduction" is less. */
export const DEGREES: ReadonlyMap<string, 1 | -1> = new Map([['greater', 1], ['more', 1], ['larger', 1], ['higher', 1], ['greatest', 1], ['most', 1], ['stronger', 1], ['faster', 1], ['less', -1], ['smaller', -1], ['fewer', -1], ['lower', -1], ['least', -1], ['slower', -1], ['weaker', -1]])

/** Words that deny a difference. */
export const DENIALS: ReadonlySet<string> = new Set('no not neither nor without similar similarly comparable unchanged same equal equally equivalent nonsignificant insignificant unaffected none never failed cannot non lack insignificantly alike'.split(' '))

/** Outcomes of which more is worse for a patient; a word of praise then means less of them. */
const UNWANTED = new Set(termsOf('pain mortality death die symptom anxiety depression adverse complication risk failure bleeding infection relapse recurrence fatigue nausea vomiting severity stress blood glucose '
  + 'hba1c cholesterol triglyceride ldl weight bmi pressure incidence event hospitalization readmission disability fall fracture injury wound scar edema inflammation crp toxicity headache cough fever exacerbation '
  + 'reflux hypotension hypoglycemia hyperglycemia hemorrhage loss craving smoking drinking alcohol disturbance distress problem insomnia itch pruritus burden cost error time duration length delay consumption '
  + 'requirement need dropout discontinuation withdrawal viral load parasitemia malaria diarrhea cancer tumor lesion plaque caries gingival stroke infarction thrombosis hypertension insulin resistance homa fat waist '
  + 'proteinuria albuminuria creatinine leak incontinence shivering cramp stiffness dyspnea apnea agitation delirium rate'))
const WANTED = new Set(termsOf('survival quality life function satisfaction remission response cure success compliance adherence knowledge score recovery healing wellbeing efficacy strength abstinence acuity capacity fev1 '
  + 'cognition memory sleep hdl self pregnancy birth breastfeeding immunity antibody titer concentration activity accuracy comfort attendance improvement relief'))

export type OutcomeValue = 'wanted' | 'unwanted' | 'unknown'

/** Whether more of an outcome is good, bad, or not known from its words. */
export function valueOfOutcome(stems: readonly string[]): OutcomeValue {
  const unwanted = stems.filter((stem) => UNWANTED.has(stem)).length
  const wanted = stems.filter((stem) => WANTED.has(stem)).length
  return unwanted === wanted ? 'unknown' : unwanted > wanted ? 'unwanted' : 'wanted'
}
