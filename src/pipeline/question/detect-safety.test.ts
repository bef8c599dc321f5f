import { describe, expect, it } from 'vitest'
import { detectSafety, type Named } from './detect-safety.ts'

/** What a clinician expects: `stop` no article; `line` the emergency line above it; the other lines; `-` nothing. */
type Expected = 'stop' | 'line' | 'diagnosis' | 'personal-dose' | 'out-of-scope' | '-'

const CASES: Readonly<Record<string, readonly (readonly [Expected, string])[]>> = {
  'an emergency under way, told by somebody who is there': [
    ['stop', 'My father has crushing chest pain, what should I do?'],
    ['stop', 'I have chest pain and my left arm is numb'],
    ['stop', 'my dad chest pain sweating what do i do'],
    ['stop', 'Father has crushing chest pain'],
    ['stop', 'I’m having trouble breathing'],
    ['stop', 'My chest feels tight and I am sweating'],
    ['stop', 'There is pressure on my chest, should I take aspirin?'],
    ['stop', 'Is my husband having a stroke? His face is drooping'],
    ['stop', 'My wife suddenly cannot speak'],
    ['stop', 'My mother is slurring her words and cannot lift her arm'],
    ['stop', 'I have the worst headache of my life'],
    ['stop', 'He is not breathing'],
    ['stop', "I can't breathe"],
    ['stop', 'help cant breathe'],
    ['stop', 'My toddler is turning blue'],
    ['stop', 'An hour ago I took 30 paracetamol tablets'],
    ['stop', 'My son has overdosed on oxycodone'],
    ['stop', 'my daughter swallowed a button battery'],
    ['stop', 'My brother is vomiting blood'],
    ['stop', 'The bleeding will not stop after my tooth was pulled'],
    ['stop', 'I want to kill myself'],
    ['stop', 'My teenage son says he wants to die'],
    ['stop', 'I am feeling suicidal, would an antidepressant help?'],
    ['stop', 'After the bee sting my tongue is swelling'],
    ['stop', 'My patient is in anaphylaxis, how much adrenaline?'],
    ['stop', "I can't pee and my groin is numb since lifting a box"],
    ['stop', 'I have back pain and have lost control of my bladder'],
    ['stop', 'Our 3-week-old baby has a fever and is limp'],
    ['stop', 'My newborn is floppy and will not feed'],
    ['stop', 'My wife is unconscious'],
    ['stop', "my flatmate passed out and won't wake up"],
    ['stop', 'He had a heart attack last year and now he has chest pain again'],
    ['stop', 'My father just had a stroke'],
    ['stop', 'Could I be having a heart attack?'],
  ],
  'perhaps an emergency: the line, then the article': [
    ['line', 'My father had chest pain this morning; should he have a stress test?'],
    ['line', 'I fainted yesterday. Is a pacemaker indicated?'],
    ['line', 'What should I do if my husband has a stroke?'],
    ['line', 'How do I know if I am having a heart attack?'],
    ['line', 'Should I take aspirin for chest pain?'],
    ['line', 'Is thrombectomy indicated for my patient with an acute stroke?'],
    ['line', '65-year-old man with sudden weakness and slurred speech for 2 hours: is alteplase indicated?'],
    ['line', 'My daughter has had suicidal thoughts since she started montelukast'],
    ['line', 'She was slurring her words last night'],
    ['line', 'I have had trouble breathing for years; is pulmonary rehabilitation useful?'],
  ],
  'an emergency as a topic: an ordinary question': [
    ['-', 'Alteplase in acute ischaemic stroke within 4.5 hours'],
    ['-', 'Is alteplase indicated in stroke?'],
    ['-', 'Management of anaphylaxis'],
    ['-', 'Aspirin after a heart attack'],
    ['-', 'Suicidal thoughts as a harm of montelukast'],
    ['-', 'Does montelukast cause suicidal thoughts in children?'],
    ['-', 'Does my patient with chest pain on exertion benefit from PCI?'],
    ['-', 'Should I give aspirin in suspected myocardial infarction?'],
    ['-', 'When should we give tranexamic acid to patients with severe bleeding?'],
    ['-', 'My father has atrial fibrillation and a high stroke risk; is apixaban better than warfarin?'],
    ['-', 'I have atrial fibrillation. Does apixaban prevent strokes?'],
    ['-', 'My mother has high blood pressure, is she at risk of stroke?'],
    ['-', 'Do blood thinners lower the risk of stroke for my father?'],
    ['-', 'Naloxone for opioid overdose'],
    ['-', 'Does ketamine reduce suicidal ideation in people with depression?'],
    ['-', 'How is cauda equina syndrome diagnosed?'],
    ['-', 'MRI for back pain with no cauda equina signs in my patient'],
    ['-', 'Is surgery urgent in patients who cannot pass urine after disc herniation?'],
    ['-', 'Therapeutic hypothermia for unconscious survivors of cardiac arrest'],
    ['-', 'Oxygen for patients who cannot breathe when lying flat'],
    ['-', 'Is a class I recommendation given for thrombectomy in stroke?'],
    ['-', 'Do SSRIs increase suicide risk in adolescents?'],
    ['-', 'She had a stroke in 2019. Is clopidogrel better than aspirin?'],
    ['-', '58-year-old woman, low back pain, denies loss of bladder control, no chest pain. Is Intracept indicated?'],
    ['-', 'Tranexamic acid for heavy menstrual bleeding'],
    ['-', 'Treatment of fever in a newborn'],
    ['-', 'Exercise for chronic low back pain'],
  ],
  'a diagnosis for one person': [
    ['diagnosis', 'Do I have sciatica?'],
    ['diagnosis', 'Could my son have asthma?'],
    ['diagnosis', 'Does my mother have dementia?'],
    ['diagnosis', 'Why does my back hurt?'],
    ['diagnosis', 'What is causing my knee pain?'],
    ['diagnosis', 'Is this cancer?'],
    ['diagnosis', "What's wrong with my shoulder?"],
    ['diagnosis', 'What could my symptoms mean?'],
    ['diagnosis', 'Should I be worried about a lump in my neck?'],
    ['-', 'How is sciatica diagnosed?'],
    ['-', 'Do I have to have surgery for a torn meniscus?'],
    ['-', 'Does my patient benefit from MRI for acute back pain?'],
    ['-', 'Could vertebral endplate pain be a cause of back pain?'],
    ['-', 'Is this procedure indicated for low back pain?'],
  ],
  'a dose, a start or a stop for one person': [
    ['personal-dose', 'How much aspirin should I take?'],
    ['personal-dose', 'Can I stop my metoprolol?'],
    ['personal-dose', 'Can I stop taking statins at 80?'],
    ['personal-dose', 'Should my mother start lecanemab?'],
    ['personal-dose', 'Is it safe for me to take ibuprofen with warfarin?'],
    ['personal-dose', 'What dose of melatonin for my 6-year-old?'],
    ['personal-dose', 'How often should my son use his inhaler?'],
    ['personal-dose', 'Should I take apixaban or warfarin?'],
    ['personal-dose', 'Can we give our baby paracetamol?'],
    ['personal-dose', 'I want to stop my antidepressant'],
    ['personal-dose', 'I had a heart attack five years ago; can I stop aspirin?'],
    ['personal-dose', 'How much amoxicillin should I give my patient?'],
    ['-', 'What dose of aspirin was used in trials?'],
    ['-', 'Should aspirin be stopped in people over 75?'],
    ['-', 'Can I stop anticoagulation in patients after ablation?'],
    ['-', 'Should we start statins in adults with a 10-year risk of 8%?'],
    ['-', 'Is deprescribing of statins safe in older adults?'],
    ['personal-dose', 'Should I use ibuprofen for my knee?'],
    ['-', 'Should I use high-flow oxygen in sepsis?'],
    ['-', 'How much does semaglutide lower weight?'],
  ],
  'outside the scope': [
    ['out-of-scope', 'Am I entitled to disability benefits for back pain?'],
    ['out-of-scope', 'Will my insurance pay for Intracept?'],
    ['out-of-scope', 'Is Intracept covered by my insurance?'],
    ['out-of-scope', 'Can I sue my surgeon after knee arthroscopy?'],
    ['out-of-scope', 'How long do I have to live with heart failure?'],
    ['out-of-scope', 'Will my father survive his heart failure?'],
    ['out-of-scope', 'Will the procedure work for me?'],
    ['out-of-scope', 'What is my risk of dementia?'],
    ['out-of-scope', 'What are my chances of recovering from sciatica?'],
    ['-', 'Do insurers cover basivertebral nerve ablation?'],
    ['-', 'Is Intracept covered by Medicare?'],
    ['-', 'Who is eligible for lung cancer screening?'],
    ['-', 'Is my patient eligible for thrombectomy after 6 hours?'],
    ['-', 'How long does sciatica last?'],
    ['-', 'What is the life expectancy with heart failure?'],
  ],
}

describe('safety stops', () => {
  describe.each(Object.entries(CASES))('%s', (_heading, rows) => {
    it.each(rows)('%s: %s', (expected, question) => {
      const safety = detectSafety(question)
      expect(outcome(safety)).toBe(expected)
    })
  })

  it('sees a symptom told without a condition or treatment as a wish for a diagnosis', () => {
    const nothingNamed: Named = { treatment: false, condition: false }
    expect(detectSafety('My arm tingles and I am tired all day', nothingNamed)?.kind).toBe('diagnosis')
    expect(detectSafety('My knee hurts after running, does glucosamine help?', { treatment: true, condition: false })).toBeNull()
  })

  it('prints the fixed words for an emergency and repeats nothing of the question', () => {
    expect(detectSafety('He is not breathing')).toEqual({ kind: 'emergency', stops: true, message: 'This may be an emergency. Call your local emergency number now. This page cannot assess a person.' })
  })
})

function outcome(safety: ReturnType<typeof detectSafety>): Expected {
  if (safety === null) return '-'
  if (safety.kind === 'emergency') return safety.stops ? 'stop' : 'line'
  return safety.kind
}
