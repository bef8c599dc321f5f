import type { Certainty, QuestionKind, Stance } from '../../src/core/model/index.ts'

/** A question as somebody might type it, and what a physician expects of the answer. */
export type AskedQuestion = {
  readonly ask: string
  readonly kind: QuestionKind
  /** Accepted stances: one where the method settles it, more where the method leaves it open. */
  readonly stance: readonly Stance[]
  readonly certainty: readonly (Certainty | null)[]
  /** Pivotal trials and current guidelines the library holds: an article without them is incomplete. */
  readonly cites: readonly string[]
  /** Sources of another population, dose or target that a careless engine would borrow. */
  readonly never: readonly string[]
}

const ANY_LOW = ['low', 'very-low'] as const
/** Nothing that decides has an interval, and no qualified panel states a certainty. */
const NOT_RATED = [null] as const

/** Questions by topic, in the words of clinicians, payers and lay people. */
export const QUESTIONS: Readonly<Record<string, readonly AskedQuestion[]>> = {
  'basivertebral nerve ablation': [
    { ask: 'Is the Intracept procedure (basivertebral nerve ablation) medically indicated for low back pain?', kind: 'indication', stance: ['contested'], certainty: ['low'],
      cites: ['fischgrund-2018-smart', 'smuck-2021-intracept', 'aspn-2022-bvn', 'isass-2022-policy', 'nass-2022-bna-draft', 'bvna-vcf-trinetx-2025', 'smuck-2025-cea', 'nice-ng59', 'busse-2025-bmj-guideline', 'cms-lcd-l39420', 'kaiser-wa-bvna', 'highmark-wy-bvna'], never: ['juch-2017-mint', 'li-2022-rf-nma', 'cochrane-2015-rf', 'restore-2021'] },
    { ask: 'Is basivertebral nerve ablation cost-effective?', kind: 'cost', stance: ['contested'], certainty: ['low'], cites: ['smuck-2025-cea', 'smuck-2021-intracept'], never: ['juch-2017-mint'] },
    { ask: 'How often do vertebral fractures happen after basivertebral nerve ablation?', kind: 'harm', stance: ['contested'], certainty: ['low'], cites: ['bvna-vcf-trinetx-2025'], never: ['buchbinder-2018-vertebroplasty', 'vital-fracture-2022'] },
  ],
  'back pain': [
    { ask: 'Do epidural steroid injections work for sciatica from a herniated disc?', kind: 'therapy', stance: ['conditional'], certainty: ANY_LOW, cites: ['chou-2015-esi', 'cochrane-2020-esi', 'carette-1997-esi', 'busse-2025-bmj-guideline', 'nice-ng59'], never: ['mcalindon-2017-ia-steroid', 'fischgrund-2018-smart'] },
    { ask: 'Is facet joint radiofrequency denervation worth covering for chronic low back pain?', kind: 'indication', stance: ['contested'], certainty: ANY_LOW, cites: ['busse-2025-bmj-guideline', 'nice-ng59', 'juch-2017-mint', 'wang-2025-bmj-nma', 'cohen-2020-facet-guideline'], never: ['fischgrund-2018-smart', 'nice-ipg545'] },
    { ask: 'Should a 45-year-old with a herniated lumbar disc and sciatica have surgery or keep going with physiotherapy?', kind: 'comparison', stance: ['insufficient-evidence', 'conditional'], certainty: ANY_LOW, cites: ['weinstein-2006-sport-rct', 'weinstein-2008-sport-4y'], never: ['escape-2018', 'meteor-2013', 'fairbank-2005-mrc'] },
    { ask: 'Is spinal fusion indicated for chronic low back pain?', kind: 'indication', stance: ['not-recommended', 'insufficient-evidence'], certainty: ['moderate', 'low'], cites: ['fairbank-2005-mrc'], never: ['weinstein-2008-sport-4y'] },
    { ask: 'Do opioids help acute low back pain?', kind: 'therapy', stance: ['conditional', 'contested'], certainty: NOT_RATED, cites: ['jones-2023-opal', 'nice-ng59'], never: ['krebs-2018-space', 'who-2023-cplbp'] },
    { ask: 'Is paracetamol useful for acute low back pain?', kind: 'therapy', stance: ['not-recommended'], certainty: [null, 'moderate', 'high'], cites: ['williams-2014-pace', 'nice-ng59'], never: ['krebs-2018-space'] },
    { ask: 'Does exercise help chronic low back pain?', kind: 'therapy', stance: ['conditional', 'recommended'], certainty: ['low', 'moderate'], cites: ['verville-2023-who-exercise', 'cochrane-2021-exercise', 'who-2023-cplbp', 'acp-2017-lbp'], never: ['escape-2018', 'meteor-2013'] },
    { ask: 'Does early MRI help back pain in older adults?', kind: 'diagnosis', stance: ['not-recommended'], certainty: ['low'], cites: ['jarvik-2015-early-imaging', 'nice-ng59'], never: ['uspstf-lung-2021'] },
    { ask: 'What is the prognosis of a herniated disc without surgery?', kind: 'prognosis', stance: ['insufficient-evidence', 'conditional', 'not-a-decision'], certainty: [null, 'low', 'very-low'], cites: ['weinstein-2008-sport-4y'], never: ['acl-snnap-2022', 'fairbank-2005-mrc'] },
  ],
  'heart and kidney': [
    { ask: 'Should a patient with heart failure and preserved ejection fraction take an SGLT2 inhibitor?', kind: 'indication', stance: ['recommended'], certainty: ['high', 'moderate'], cites: ['emperor-preserved-2021', 'deliver-2022', 'vaduganathan-sglt2-hf-2022', 'esc-hf-focused-update-2023', 'aha-acc-hfsa-hf-2022'], never: ['dapa-hf-2019', 'emperor-reduced-2020', 'dapa-ckd-2020'] },
    { ask: 'Do SGLT2 inhibitors protect the kidneys in chronic kidney disease?', kind: 'therapy', stance: ['recommended'], certainty: ['high', 'moderate'], cites: ['dapa-ckd-2020', 'empa-kidney-2023', 'credence-2019', 'kdigo-ckd-2024', 'ukka-sglt2-2023'], never: ['dapa-hf-2019', 'emperor-preserved-2021'] },
    { ask: 'Apixaban or warfarin for atrial fibrillation: which is better?', kind: 'comparison', stance: ['conditional', 'recommended'], certainty: ['high', 'moderate'], cites: ['aristotle-2011', 'acc-aha-af-2023', 'esc-af-2024'], never: ['aspree-cv-2018', 'dapa-hf-2019'] },
    { ask: 'Should device-detected atrial fibrillation be treated with an anticoagulant?', kind: 'indication', stance: ['contested', 'conditional'], certainty: ['high', 'moderate'], cites: ['noah-afnet-6-2023', 'artesia-2024', 'mcintyre-ddaf-2024', 'acc-aha-af-2023'], never: ['rocket-af-2011', 'uspstf-aspirin-2022'] },
    { ask: 'Is left atrial appendage closure indicated in atrial fibrillation?', kind: 'indication', stance: ['conditional'], certainty: ['moderate', 'low'], cites: ['laac-rct-meta-2023', 'acc-aha-af-2023', 'option-2024', 'prevail-protect-2017'], never: ['bmj-pfo-2018', 'scope-pfo-2021'] },
    { ask: 'Should colchicine be given after a heart attack?', kind: 'indication', stance: ['contested'], certainty: ['low', 'moderate'], cites: ['colcot-2019', 'clear-colchicine-2025'], never: ['clear-outcomes-2023'] },
    { ask: 'Does PCI relieve stable angina?', kind: 'therapy', stance: ['conditional'], certainty: ['moderate', 'high'], cites: ['orbita-2-2023', 'orbita-2018', 'ischemia-2020', 'courage-2007'], never: ['colcot-2019'] },
    { ask: 'Should a 40-year-old with a cryptogenic stroke have a PFO closed?', kind: 'indication', stance: ['conditional'], certainty: [null, 'moderate', 'low'], cites: ['scope-pfo-2021', 'aan-pfo-2020', 'bmj-pfo-2018'], never: ['laac-rct-meta-2023', 'emberson-2014-alteplase'] },
    { ask: 'Should beta-blockers be given after a heart attack with normal ejection fraction?', kind: 'indication', stance: ['not-recommended'], certainty: ['moderate', 'low'], cites: ['reduce-ami-2024', 'bb-normal-ef-ipd-2025', 'reboot-2025', 'aha-acc-ccd-2023'], never: ['bb-mildly-reduced-ipd-2025', 'aha-acc-hfsa-hf-2022'] },
  ],
  'prevention and metabolism': [
    { ask: 'Should a healthy 45-year-old take aspirin every day to prevent a first heart attack?', kind: 'indication', stance: ['conditional'], certainty: ['moderate'], cites: ['uspstf-aspirin-2022', 'acc-aha-prevention-2019', 'guirguis-blake-aspirin-2022', 'zheng-aspirin-2019'], never: ['aspree-cv-2018', 'arrive-2018', 'aspre-2017', 'artesia-2024'] },
    { ask: 'What is the bleeding risk of daily aspirin in a healthy 75-year-old?', kind: 'harm', stance: ['not-recommended'], certainty: ['moderate', 'high'], cites: ['aspree-cv-2018', 'uspstf-aspirin-2022', 'acc-aha-prevention-2019'], never: ['aspre-2017', 'uspstf-preeclampsia-aspirin-2021', 'acc-aha-af-2023'] },
    { ask: 'Are statins worth it for a 55-year-old with 12% ten-year risk?', kind: 'indication', stance: ['recommended'], certainty: ['moderate', 'high'], cites: ['uspstf-statin-2022', 'chou-statin-2022', 'ctt-statin-muscle-2022'], never: ['clear-colchicine-2025'] },
    { ask: 'Should an 80-year-old without heart disease start a statin?', kind: 'indication', stance: ['insufficient-evidence'], certainty: [null, 'low', 'moderate'], cites: ['uspstf-statin-2022', 'ctt-statin-older-2019'], never: ['chou-statin-2022', 'odyssey-outcomes-2018'] },
    { ask: 'How much does semaglutide lower heart attacks in people with obesity?', kind: 'therapy', stance: ['conditional', 'recommended'], certainty: ['moderate', 'high'], cites: ['select-2023', 'aga-obesity-2022', 'who-glp1-2025'], never: ['sustain-6-2016', 'flow-2024'] },
    { ask: 'Tirzepatide or semaglutide for weight loss?', kind: 'comparison', stance: ['conditional'], certainty: [null, 'moderate', 'low'], cites: ['surmount-5-2025', 'who-glp1-2025'], never: ['flow-2024', 'step-hfpef-2023'] },
    { ask: 'What blood pressure target should a 65-year-old with hypertension have?', kind: 'indication', stance: ['recommended', 'conditional'], certainty: ['high', 'moderate'], cites: ['sprint-final-report-2021', 'step-bp-2021', 'aha-acc-bp-2025', 'esc-bp-2024', 'aafp-bp-2022'], never: ['rdn-meta-2022'] },
    { ask: 'Does omega-3 fish oil prevent heart attacks?', kind: 'therapy', stance: ['contested', 'conditional'], certainty: ['moderate', 'low', 'very-low'], cites: ['vital-omega3-2019', 'strength-2020', 'reduce-it-2019'], never: ['vital-fracture-2022'] },
    { ask: 'Does vitamin D prevent fractures in healthy adults?', kind: 'therapy', stance: ['conditional', 'not-recommended'], certainty: ['low', 'moderate', 'high'], cites: ['vital-fracture-2022', 'endocrine-vitd-2024'], never: ['vital-omega3-2019', 'buchbinder-2018-vertebroplasty'] },
    { ask: 'Is testosterone replacement safe for the heart in older men?', kind: 'harm', stance: ['insufficient-evidence'], certainty: ['low', 'moderate'], cites: ['traverse-2023'], never: ['aspree-cv-2018'] },
    { ask: 'Is metformin the first choice for type 2 diabetes?', kind: 'indication', stance: ['recommended'], certainty: ['moderate', 'high'], cites: ['ukpds-34-1998', 'acp-t2d-oral-2017'], never: ['mig-2008', 'emerge-2023'] },
  ],
  'knee and shoulder': [
    { ask: 'Is arthroscopic surgery worth it for a degenerative knee?', kind: 'indication', stance: ['not-recommended'], certainty: ['high', 'moderate'], cites: ['cochrane-knee-arthroscopy-2022', 'fidelity-2013', 'meteor-2013', 'bmj-rr-knee-arthroscopy-2017'], never: ['kanon-5yr-2013', 'csaw-2018'] },
    { ask: 'Should subacromial decompression be done for shoulder impingement?', kind: 'indication', stance: ['not-recommended'], certainty: ['high', 'moderate'], cites: ['csaw-2018', 'fimpact-2018', 'lahdeoja-2019-subacromial', 'bmj-rr-subacromial-2019'], never: ['fidelity-2013'] },
    { ask: 'Surgery or rehabilitation for an anterior cruciate ligament tear?', kind: 'comparison', stance: ['conditional', 'insufficient-evidence'], certainty: ['moderate', 'low'], cites: ['kanon-5yr-2013', 'acl-snnap-2022'], never: ['weinstein-2008-sport-4y', 'cochrane-knee-arthroscopy-2022'] },
    { ask: 'Do steroid injections in the knee help osteoarthritis?', kind: 'therapy', stance: ['conditional', 'recommended'], certainty: NOT_RATED, cites: ['mcalindon-2017-ia-steroid', 'acr-af-oa-2019'], never: ['chou-2015-esi', 'csaw-2018'] },
    { ask: 'Do hyaluronic acid injections help knee osteoarthritis?', kind: 'therapy', stance: ['not-recommended'], certainty: ['moderate', 'high'], cites: ['pereira-2022-viscosupplementation', 'acr-af-oa-2019'], never: ['chou-2015-esi'] },
  ],
  'infection': [
    { ask: 'Do antibiotics help acute sinusitis in adults?', kind: 'therapy', stance: ['conditional'], certainty: ['moderate', 'high'], cites: ['cochrane-sinusitis-antibiotics-2018', 'nice-ng79-sinusitis'], never: ['cochrane-bronchitis-antibiotics-2017', 'nice-ng84-sore-throat'] },
    { ask: 'Should children with acute otitis media get antibiotics?', kind: 'indication', stance: ['conditional'], certainty: ['moderate', 'high'], cites: ['cochrane-aom-antibiotics-2015', 'tahtinen-2011-aom', 'nice-ng91-aom'], never: ['cochrane-sinusitis-antibiotics-2018'] },
    { ask: 'Antibiotics for acute bronchitis?', kind: 'indication', stance: ['conditional', 'not-recommended'], certainty: ['moderate', 'low'], cites: ['cochrane-bronchitis-antibiotics-2017', 'nice-ng120-cough'], never: ['cochrane-sinusitis-antibiotics-2018', 'cochrane-aom-antibiotics-2015'] },
    { ask: 'Should antibiotics be given for a sore throat?', kind: 'indication', stance: ['conditional'], certainty: [null, 'moderate'], cites: ['cochrane-sore-throat-antibiotics-2013', 'nice-ng84-sore-throat'], never: ['cochrane-aom-antibiotics-2015', 'nice-ng91-aom'] },
    { ask: 'Is 7 days of antibiotics as good as 14 for bloodstream infection?', kind: 'comparison', stance: ['conditional'], certainty: ['low', 'moderate'], cites: ['balance-2024'], never: ['oviva-2019', 'poet-2019'] },
    { ask: 'Should ivermectin be used for COVID-19?', kind: 'indication', stance: ['not-recommended'], certainty: ['low', 'moderate'], cites: ['together-ivermectin-2022', 'activ6-ivermectin-400-2022', 'bryant-2021-ivermectin'], never: ['mehra-2020-hcq-retracted'] },
    { ask: 'Does hydroxychloroquine work for COVID-19?', kind: 'therapy', stance: ['not-recommended'], certainty: ['low', 'moderate', 'high'], cites: ['recovery-hcq-2020', 'who-covid-drugs-dec-2020'], never: ['mehra-2020-hcq-retracted', 'bryant-2021-ivermectin'] },
    { ask: 'Does dexamethasone help patients with COVID-19 on oxygen?', kind: 'therapy', stance: ['recommended'], certainty: ['high', 'moderate'], cites: ['recovery-dexamethasone-2021', 'who-covid-drugs-dec-2020'], never: ['adrenal-2018', 'mehra-2020-hcq-retracted', 'bryant-2021-ivermectin'] },
    { ask: 'Does the RSV vaccine protect adults over 75?', kind: 'therapy', stance: ['recommended'], certainty: ['high', 'moderate'], cites: ['renoir-2023', 'acip-rsv-2024'], never: ['harmonie-2023', 'melody-2022'] },
    { ask: 'Does nirsevimab protect babies from RSV?', kind: 'therapy', stance: ['recommended'], certainty: ['high', 'moderate'], cites: ['melody-2022', 'harmonie-2023', 'cdc-nirsevimab-2024'], never: ['renoir-2023'] },
    { ask: 'Does faecal transplant cure recurrent C. difficile?', kind: 'therapy', stance: ['conditional'], certainty: ['low', 'moderate'], cites: ['van-nood-2013-fmt', 'fmt-meta-2020'], never: ['acg-hpylori-2024'] },
    { ask: 'Is bismuth quadruple therapy recommended for H. pylori?', kind: 'indication', stance: ['recommended', 'conditional'], certainty: ['moderate', 'low'], cites: ['acg-hpylori-2024'], never: ['fmt-meta-2020'] },
    { ask: 'Does the HPV vaccine prevent cervical cancer?', kind: 'therapy', stance: ['conditional'], certainty: ['high', 'moderate', 'low'], cites: ['cochrane-hpv-2018', 'lei-2020-hpv'], never: ['renoir-2023'] },
  ],
  'acute and intensive care': [
    { ask: 'Do corticosteroids save lives in septic shock?', kind: 'therapy', stance: ['conditional', 'contested'], certainty: ['low', 'moderate'], cites: ['adrenal-2018', 'aprocchss-2018', 'ssc-2021'], never: ['recovery-dexamethasone-2021', 'nice-ng120-cough'] },
    { ask: 'Does vitamin C help in sepsis?', kind: 'therapy', stance: ['not-recommended'], certainty: ['high', 'moderate'], cites: ['lovit-2022'], never: ['vital-fracture-2022'] },
    { ask: 'Does tranexamic acid save lives after trauma bleeding?', kind: 'therapy', stance: ['conditional', 'recommended'], certainty: ['moderate', 'high'], cites: ['crash-2-2010'], never: ['woman-2017'] },
    { ask: 'Balanced crystalloids or saline for critically ill adults?', kind: 'indication', stance: ['contested', 'conditional'], certainty: ['low', 'moderate'], cites: ['smart-2018', 'plus-2022', 'ssc-2021'], never: ['fischgrund-2018-smart'] },
    { ask: 'Is alteplase beneficial in acute ischaemic stroke within 4.5 hours?', kind: 'therapy', stance: ['conditional', 'recommended'], certainty: ['moderate', 'high'], cites: ['emberson-2014-alteplase'], never: ['scope-pfo-2021'] },
    { ask: 'Is tenecteplase as good as alteplase for acute ischaemic stroke?', kind: 'comparison', stance: ['conditional'], certainty: ['low', 'moderate'], cites: ['act-tenecteplase-2022'], never: ['scope-pfo-2021'] },
    { ask: 'Thrombectomy for large vessel stroke?', kind: 'indication', stance: ['conditional', 'recommended'], certainty: ['moderate', 'high'], cites: ['mr-clean-2015'], never: ['bmj-pfo-2018'] },
  ],
  'screening': [
    { ask: 'Should a 60-year-old man be screened for prostate cancer with PSA?', kind: 'screening', stance: ['conditional'], certainty: ['moderate', 'high'], cites: ['erspc-23yr-2025', 'plco-prostate-17yr-2018', 'cap-15yr-2024', 'uspstf-prostate-2018'], never: ['nlst-2011'] },
    { ask: 'Should a 72-year-old man have a PSA test?', kind: 'screening', stance: ['not-recommended'], certainty: ['moderate', 'low'], cites: ['uspstf-prostate-2018', 'plco-prostate-17yr-2018'], never: ['erspc-23yr-2025'] },
    { ask: 'Should a 45-year-old woman have a mammogram?', kind: 'screening', stance: ['recommended'], certainty: ['moderate'], cites: ['uspstf-breast-2024', 'uk-age-2020'], never: ['nelson-2020'] },
    { ask: 'Does low-dose CT screening for lung cancer save lives?', kind: 'screening', stance: ['recommended'], certainty: ['high', 'moderate'], cites: ['nlst-2011', 'nelson-2020', 'uspstf-lung-2021'], never: ['uspstf-breast-2024'] },
    { ask: 'Colonoscopy screening at age 45 to 49?', kind: 'screening', stance: ['contested'], certainty: [null, 'low'], cites: ['acp-colorectal-2023'], never: ['nordicc-2022'] },
    { ask: 'Should a 70-year-old man who used to smoke be screened for abdominal aortic aneurysm?', kind: 'screening', stance: ['recommended'], certainty: ['moderate'], cites: ['uspstf-aaa-2019'], never: ['uspstf-lung-2021'] },
  ],
  'women’s health and pregnancy': [
    { ask: 'Is hormone therapy safe to prevent chronic disease after menopause?', kind: 'harm', stance: ['not-recommended'], certainty: ['moderate', 'high'], cites: ['whi-ep-2002', 'uspstf-hormone-2022'], never: ['nams-hormone-2022', 'traverse-2023'] },
    { ask: 'Is hormone therapy recommended for hot flushes?', kind: 'indication', stance: ['conditional', 'recommended'], certainty: [null, 'moderate', 'high'], cites: ['nams-hormone-2022'], never: ['uspstf-hormone-2022', 'traverse-2023'] },
    { ask: 'Does low-dose aspirin prevent pre-eclampsia?', kind: 'therapy', stance: ['recommended'], certainty: ['moderate', 'high'], cites: ['aspre-2017', 'uspstf-preeclampsia-aspirin-2021', 'figo-preeclampsia-2019'], never: ['aspree-cv-2018', 'uspstf-aspirin-2022'] },
    { ask: 'What dose of aspirin is used to prevent pre-eclampsia?', kind: 'dose', stance: ['recommended'], certainty: ['moderate', 'high'], cites: ['aspre-2017', 'uspstf-preeclampsia-aspirin-2021', 'figo-preeclampsia-2019'], never: ['aspree-cv-2018', 'uspstf-aspirin-2022'] },
    { ask: 'Is metformin as good as insulin for gestational diabetes?', kind: 'comparison', stance: ['insufficient-evidence', 'conditional'], certainty: ['low', 'moderate'], cites: ['mig-2008'], never: ['ukpds-34-1998'] },
  ],
  'mind, sleep and lungs': [
    { ask: 'Which antidepressants work best for depression?', kind: 'indication', stance: ['insufficient-evidence', 'conditional'], certainty: [null, 'moderate', 'low'], cites: ['cipriani-2018-antidepressants', 'jakobsen-2017-ssri'], never: ['ferreira-2021-antidepressants'] },
    { ask: 'Ketamine or ECT for treatment-resistant depression?', kind: 'comparison', stance: ['conditional'], certainty: ANY_LOW, cites: ['elekt-d-2023'], never: ['ferreira-2021-antidepressants'] },
    { ask: 'Does cognitive behavioural therapy help chronic insomnia?', kind: 'therapy', stance: ['recommended', 'conditional'], certainty: ['moderate', 'low'], cites: ['trauer-2015-cbti', 'acp-insomnia-2016', 'european-insomnia-2023'], never: ['cherkin-2016-mbsr'] },
    { ask: 'Does melatonin work for insomnia?', kind: 'therapy', stance: ['contested'], certainty: ['low', 'very-low'], cites: ['aasm-insomnia-drugs-2017', 'european-insomnia-2023'], never: ['cipriani-2018-antidepressants'] },
    { ask: 'Should lecanemab be used in early Alzheimer\'s disease?', kind: 'indication', stance: ['contested'], certainty: ['moderate', 'high'], cites: ['clarity-ad-2023', 'ema-antiamyloid-2024-2025', 'nice-antiamyloid-2025'], never: ['cipriani-2018-antidepressants'] },
    { ask: 'Does montelukast cause psychiatric side effects?', kind: 'harm', stance: ['insufficient-evidence', 'conditional'], certainty: NOT_RATED, cites: ['fda-montelukast-2020'], never: ['cipriani-2018-antidepressants'] },
    { ask: 'Is as-needed budesonide-formoterol good enough for mild asthma?', kind: 'indication', stance: ['conditional', 'recommended'], certainty: [null, 'moderate', 'high'], cites: ['sygma-1-2018', 'sygma-2-2018', 'gina-2021'], never: ['fda-montelukast-2020'] },
  ],
}

/** Ways to ask the Intracept question that must not change the answer: negated, another name, an abbreviation. */
export const INTRACEPT_FRAMINGS: readonly string[] = [
  'Is the Intracept procedure (basivertebral nerve ablation) medically indicated for low back pain?',
  'Is the Intracept procedure not medically indicated for low back pain?',
  'Isn\'t basivertebral nerve ablation unnecessary for low back pain?',
  'Is intraosseous radiofrequency ablation of the basivertebral nerve indicated for low back pain?',
  'Is BVNA indicated for low back pain?',
]

/** Nothing is held on these: an unknown drug, an unknown condition, a known drug for a condition it was not studied in. */
export const OUTSIDE_THE_LIBRARY: readonly string[] = [
  'Does dexamethasone shorten croup?',
  'Does topiramate prevent migraine?',
  'Is semaglutide indicated for low back pain?',
  'Does acupuncture help infertility?',
  'Is dupilumab effective for atopic dermatitis?',
  'Should tonsils be removed for recurrent tonsillitis?',
  'Is Botox useful for hyperhidrosis?',
]
