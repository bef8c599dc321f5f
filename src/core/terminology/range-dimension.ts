/** How a measure of people is said, to a clinician and to a patient. */
export type RangeDimension = {
  /** Professional name: "ejection fraction". */
  readonly label: string
  /** What follows the number, with its space: "%", " mg/dL"; empty where the name says it or it is a score. */
  readonly unit: string
  /** Plain words before the number: "a heart pumping measure (ejection fraction) of". */
  readonly plain: string
  /** What follows the number in plain words; the same unit where a patient knows no better one. */
  readonly plainUnit: string
}

/**
 * The dimensions of `PopulationCriteria.ranges`, in the units that the bounds are curated in. LDL cholesterol and
 * triglycerides are in mg/dL, HbA1c in percent (NGSP): what `readRanges` of the question stage turns other units into.
 */
const RANGE_DIMENSIONS: Readonly<Record<string, RangeDimension>> = {
  age: { label: 'age', unit: '', plain: 'an age of', plainUnit: '' },
  'ejection-fraction': { label: 'ejection fraction', unit: '%', plain: 'a heart pumping measure (ejection fraction) of', plainUnit: '%' },
  'cardiovascular-risk-10y': { label: '10-year cardiovascular risk', unit: '%', plain: 'a 10-year heart and stroke risk of', plainUnit: '%' },
  egfr: { label: 'eGFR', unit: '', plain: 'a kidney function (eGFR) of', plainUnit: '' },
  uacr: { label: 'urine albumin-to-creatinine ratio', unit: ' mg/g', plain: 'urine protein (albumin to creatinine ratio) of', plainUnit: ' mg/g' },
  bmi: { label: 'body mass index', unit: '', plain: 'a body mass index of', plainUnit: '' },
  systolic: { label: 'systolic blood pressure', unit: ' mm Hg', plain: 'an upper blood pressure of', plainUnit: '' },
  ldl: { label: 'LDL cholesterol', unit: ' mg/dL', plain: 'LDL cholesterol of', plainUnit: ' mg/dL' },
  hba1c: { label: 'HbA1c', unit: '%', plain: 'long-term blood sugar (HbA1c) of', plainUnit: '%' },
  triglycerides: { label: 'triglycerides', unit: ' mg/dL', plain: 'blood fats (triglycerides) of', plainUnit: ' mg/dL' },
  'symptom-days': { label: 'days of symptoms', unit: '', plain: 'symptoms for', plainUnit: ' days' },
  'pain-months': { label: 'months of pain', unit: '', plain: 'pain for', plainUnit: ' months' },
  'conservative-care-months': { label: 'months of conservative care', unit: '', plain: 'other care tried for', plainUnit: ' months' },
  'hours-since-onset': { label: 'hours since onset', unit: '', plain: 'symptoms that began', plainUnit: ' hours ago' },
  'episode-hours': { label: 'length of an episode', unit: ' hours', plain: 'an episode of', plainUnit: ' hours' },
  'months-since-infarction': { label: 'months since infarction', unit: '', plain: 'time since the heart attack of', plainUnit: ' months' },
  'pack-years': { label: 'pack-years of smoking', unit: '', plain: 'a smoking history of', plainUnit: ' pack-years' },
  'years-since-quitting': { label: 'years since quitting', unit: '', plain: 'time since quitting of', plainUnit: ' years' },
  'years-since-menopause': { label: 'years since menopause', unit: '', plain: 'time since menopause of', plainUnit: ' years' },
  'gestational-weeks': { label: 'gestation', unit: ' weeks', plain: 'a pregnancy of', plainUnit: ' weeks' },
  'birth-gestational-weeks': { label: 'gestation at birth', unit: ' weeks', plain: 'a birth at', plainUnit: ' weeks' },
  'hours-since-birth': { label: 'hours since birth', unit: '', plain: 'time since birth of', plainUnit: ' hours' },
  'vertebral-bodies': { label: 'vertebral bodies treated', unit: '', plain: 'spine bones treated:', plainUnit: '' },
  'cbt-sessions': { label: 'cognitive behavioural therapy sessions', unit: '', plain: 'talking therapy sessions:', plainUnit: '' },
  feverpain: { label: 'FeverPAIN score', unit: '', plain: 'a FeverPAIN score of', plainUnit: '' },
  centor: { label: 'Centor score', unit: '', plain: 'a Centor score of', plainUnit: '' },
  'cha2ds2-vasc': { label: 'CHA2DS2-VASc score', unit: '', plain: 'a CHA2DS2-VASc score of', plainUnit: '' },
}

/** The dimension's words; one that is not on the list is named by its id, without a unit. */
export function rangeDimension(id: string): RangeDimension {
  const words = id.replaceAll('-', ' ')
  return RANGE_DIMENSIONS[id] ?? { label: words, unit: '', plain: `${words} of`, plainUnit: '' }
}

/** Whether the dimension is on the list. */
export function isRangeDimension(id: string): boolean {
  return RANGE_DIMENSIONS[id] !== undefined
}
