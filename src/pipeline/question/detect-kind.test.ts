import { describe, expect, it } from 'vitest'
import type { QuestionKind } from '../../core/model/index.ts'
import { detectKind, type KindContext } from './detect-kind.ts'

const ONE: KindContext = { treatment: true, comparator: false, test: 'none' }
const NONE: KindContext = { treatment: false, comparator: false, test: 'none' }
const TWO: KindContext = { treatment: true, comparator: true, test: 'none' }
const TEST: KindContext = { treatment: true, comparator: false, test: 'test' }
const SCREENING: KindContext = { treatment: true, comparator: false, test: 'screening' }

/** What a clinician would say the question asks for; the context is what the vocabulary saw in it. */
const KINDS: readonly (readonly [QuestionKind, KindContext, string])[] = [
  ['indication', ONE, 'Is Intracept indicated for low back pain?'],
  ['indication', ONE, 'Is Intracept medically unnecessary?'],
  ['indication', ONE, 'Who should get nirsevimab?'],
  ['indication', ONE, 'Is metformin contraindicated in kidney disease?'],
  ['indication', ONE, 'What is the role of ketamine in depression?'],
  ['indication', ONE, 'What are the benefits and harms of aspirin?'],
  ['indication', ONE, 'Is the benefit of statins worth the side effects?'],
  ['indication', ONE, 'HRT for hot flushes'],
  ['indication', ONE, 'Are opioids a good idea for back pain?'],
  ['therapy', ONE, 'Does dapagliflozin reduce admissions in heart failure?'],
  ['therapy', ONE, 'Does aspirin lower the risk of stroke?'],
  ['therapy', ONE, 'Does aspirin cut the risk of dying?'],
  ['therapy', ONE, 'How effective is exercise for back pain?'],
  ['therapy', ONE, 'How well does CBT work for insomnia?'],
  ['therapy', ONE, 'How much does semaglutide lower weight?'],
  ['therapy', ONE, 'Is paracetamol useless for back pain?'],
  ['therapy', ONE, 'Is semaglutide safe and effective for weight loss?'],
  ['therapy', ONE, 'Is dapagliflozin better than placebo?'],
  ['therapy', ONE, 'Does arthroscopy make any difference?'],
  ['therapy', ONE, 'Is acupuncture no better than nothing?'],
  ['harm', ONE, 'What are the side effects of lecanemab?'],
  ['harm', ONE, 'Is zolpidem dangerous in old age?'],
  ['harm', ONE, 'Does montelukast cause suicidal thoughts?'],
  ['harm', ONE, 'Can statins damage the liver?'],
  ['harm', ONE, 'Does HRT increase the risk of breast cancer?'],
  ['harm', ONE, 'How common are fractures after nerve ablation?'],
  ['harm', ONE, 'How often does lecanemab cause brain swelling?'],
  ['harm', ONE, 'What is the risk of bleeding with aspirin?'],
  ['harm', ONE, 'risks of knee arthroscopy'],
  ['harm', ONE, 'complications of spinal cord stimulation'],
  ['harm', ONE, 'What are the harms of mammography?'],
  ['comparison', TWO, 'Is apixaban better than warfarin?'],
  ['comparison', TWO, 'apixaban or warfarin'],
  ['comparison', TWO, 'Should metformin or insulin be used in pregnancy?'],
  ['comparison', TWO, 'Is surgery as good as exercise?'],
  ['comparison', TWO, 'lecanemab vs donanemab'],
  ['comparison', TWO, 'Is oral noninferior to intravenous antibiotics?'],
  ['diagnosis', NONE, 'How is sciatica diagnosed?'],
  ['diagnosis', ONE, 'How accurate is the antigen test?'],
  ['diagnosis', NONE, 'What tests for heart failure are there?'],
  ['diagnosis', TEST, 'Is MRI indicated for acute low back pain?'],
  ['diagnosis', TEST, 'MRI for back pain'],
  ['diagnosis', ONE, 'Sensitivity of Modic changes for vertebrogenic pain'],
  ['therapy', ONE, 'Does dapagliflozin help people diagnosed with HFpEF?'],
  ['prognosis', NONE, 'What is the natural history of sciatica?'],
  ['prognosis', NONE, 'How long does acute low back pain last?'],
  ['prognosis', NONE, 'What is the outlook for heart failure?'],
  ['prognosis', NONE, 'What is the risk of stroke in atrial fibrillation?'],
  ['prognosis', NONE, 'What happens if a torn meniscus is not treated?'],
  ['prognosis', NONE, 'Does sciatica go away?'],
  ['prognosis', NONE, 'Life expectancy with heart failure'],
  ['prognosis', ONE, 'What is the prognosis of atrial fibrillation without anticoagulants?'],
  ['screening', SCREENING, 'Should women of 45 have mammograms?'],
  ['screening', SCREENING, 'How often should mammograms be done?'],
  ['screening', NONE, 'Should we screen for prostate cancer at 70?'],
  ['screening', SCREENING, 'Is colonoscopy indicated at 50?'],
  ['screening', SCREENING, 'Does lung cancer screening save lives?'],
  ['cost', ONE, 'How much does Intracept cost?'],
  ['cost', SCREENING, 'Is lung cancer screening cost-effective?'],
  ['cost', ONE, 'Is lecanemab good value for money?'],
  ['cost', ONE, 'What is the price of semaglutide?'],
  ['cost', ONE, 'Is nirsevimab unaffordable?'],
  ['dose', ONE, 'What dose of aspirin prevents pre-eclampsia?'],
  ['dose', ONE, 'What is the optimal starting dose of metformin?'],
  ['dose', ONE, 'How much aspirin should be given?'],
  ['dose', ONE, 'How many mg of melatonin are used?'],
  ['dose', ONE, 'How often should the inhaler be used?'],
  ['dose', ONE, 'Recommended dosage of nirsevimab'],
]

describe('the kind of question', () => {
  it.each(KINDS)('%s: $2', (kind, context, text) => {
    expect(detectKind(text, context).kind).toBe(kind)
  })

  it('tells a bare topic from a question', () => {
    expect(detectKind('Intracept', ONE)).toEqual({ kind: 'indication', asked: false })
    expect(detectKind('apixaban or warfarin', TWO)).toEqual({ kind: 'comparison', asked: false })
    expect(detectKind('Intracept?', ONE).asked).toBe(true)
    expect(detectKind('side effects of statins', ONE).asked).toBe(true)
  })
})
