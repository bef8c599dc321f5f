/**
 * Words that carry a question but name nothing clinical. What is left after these and the recognised concepts is
 * "unexplained": a word we did not understand and must not pretend to have used.
 */
const LIST = `
a about above across after again against all almost already also although always am among an and another any anybody anyone anything are around as ask asked at away
back be because been before began being below better best between both but by can cannot case cases certain claim clear come common compare compared comparing comparison consider considered
could current currently day days despite did differ difference different do does doing done due during each earlier early effect effective effectively effectiveness effects efficacious efficacy either
else enough even ever every evidence fail failed failing few first for found from further gain get give given gives giving go good guideline guidelines had happen happens harm harmful harms has have having he
help helpful helping helps her here high higher him his history hold how however i if important improve improved improves improving in include indeed indicated indication indications instead into is it its itself
just keep kind know known last later lead least less let level like likely little long longer look low lower lowers lowering made main make makes making many matter may me mean medically medical medicine might more most much must my myself
necessary necessity need needed needs neither never new newer next no nobody non none nor not nothing now of off offer offered offering often old older on once one only onto open option options or other others otherwise our out outcome outcomes over overall own
part particular past patient patients people per perform performed person persons perhaps place please point possible prefer preferred prescribe prescribed prevent prevents preventing prevention previous procedure procedures proper prove proven provide put quite
raise raises rather real really reason reasonable recommend recommendation recommendations recommended recommending recommends reduce reduced reduces reducing regarding result results right risk risks role routine routinely
safe safely safer safety same say see seem several shall she should show shows side simply since single so some someone something sometimes somewhat still stop stopped stopping strong strongly study studies such suitable superior support supported sure
take taken takes taking tell than that the their them then there these they thing think this those though through time to today together too toward towards treat treated treating treatment treatments trial trials true try two type under undergo unless until up upon us usage use used useful uses using usual usually
value versus very via vs want was way we weak well were what whatever when where whether which while who whom whose why will with within without work worked working works worse worth worthwhile would year years yet you young younger your
adult adults age aged ages man men woman women male female elderly somebody individual individuals population group groups appropriate appropriateness justified warranted beneficial benefit benefits candidate candidates contraindicated avoid avoided discontinue discontinued
therapy therapies drug drugs medication medications intervention interventions management manage managed patients' symptom symptoms disease condition conditions diagnosis chance chances cause causes caused causing associated association increase increased increases increasing decrease decreases
start started starting begin continue continued add adding added versus compared alternative alternatives pros cons superior inferior noninferior outcome rate rates term short reliable mortality moderate severe mild acute chronic persistent recurrent month months week weeks hour hours mg dose doses dosage dosing cost costs price expensive cheap effectiveness cost-effective
policy coverage cover covered insurer insurance payer approved approval fda prior authorization authorisation request requested pay pays paid plan eligible eligibility criteria meet meets
reading views view opinion experts expert society societies agree disagree debate controversial controversy contested position positions say says said latest recent update updated
`

export const QUESTION_WORDS: ReadonlySet<string> = new Set(LIST.split(/\s+/).filter((word) => word !== ''))
