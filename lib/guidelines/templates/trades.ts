import { claims, disclosed, families, legalLine, rule, type RuleMaker, wording, words } from './build.ts'
import * as from from './sources.ts'
import type { Market, Trade } from './types.ts'

// What each trade is most often told off for, in the words of the market's language: starters for a brand's own
// guideline, not the whole of its law. Facts: compliance.md section 3.

/** What every trade begins with. */
const common: readonly RuleMaker[] = [
  disclosed(from.disclosureSources),
  rule('craft', 'content-quality', { checks: ['leftovers', 'brokenTags', 'hashtagLimit'] }),
]

const heals = claims('heals', 'high', from.healthSources, {
  en: ['cures acne', 'heals eczema', 'treats psoriasis'],
  de: ['heilt Akne', 'heilt Neurodermitis'],
  fr: ['guérit l’acné', 'soigne l’eczéma'],
  it: ['cura l’acne', 'guarisce l’eczema'],
  es: ['cura el acné', 'cura el eccema'],
})
const guaranteed = claims('guaranteed', 'high', from.misleadingSources, {
  en: ['guaranteed results', 'works for everyone'],
  de: ['garantierte Ergebnisse', 'wirkt bei jedem'],
  fr: ['résultats garantis'],
  it: ['risultati garantiti'],
  es: ['resultados garantizados'],
})
const greenWords = words('green', 'medium', from.greenSources, {
  en: [
    'eco-friendly',
    'environmentally friendly',
    'sustainable',
    'climate neutral',
    'carbon neutral',
    'planet-friendly',
  ],
  de: ['umweltfreundlich', 'klimaneutral', 'nachhaltig', 'CO2-neutral'],
  fr: ['écologique', 'éco-responsable', 'neutre en carbone', 'respectueux de l’environnement'],
  it: ['ecologico', 'ecosostenibile', 'a impatto zero', 'sostenibile', 'rispettoso dell’ambiente'],
  es: ['respetuoso con el medio ambiente', 'neutro en carbono', 'sostenible'],
})

const cosmetics: readonly RuleMaker[] = [
  heals,
  claims('proven', 'high', from.cosmeticSources, {
    en: ['clinically proven', 'dermatologist recommended'],
    de: ['klinisch bewiesen', 'von Dermatologen empfohlen'],
    fr: ['cliniquement prouvé', 'recommandé par les dermatologues'],
    it: ['clinicamente provato', 'raccomandato dai dermatologi'],
    es: ['clínicamente probado', 'recomendado por dermatólogos'],
  }),
  claims('ageing', 'medium', from.cosmeticSources, {
    en: ['erases wrinkles', 'works overnight'],
    de: ['lässt Falten verschwinden', 'wirkt über Nacht'],
    fr: ['efface les rides'],
    it: ['cancella le rughe'],
    es: ['elimina las arrugas'],
  }),
  claims('safe', 'high', from.healthSources, {
    en: ['no side effects', '100% safe'],
    de: ['keine Nebenwirkungen'],
    fr: ['sans effets secondaires'],
    it: ['nessun effetto collaterale'],
    es: ['sin efectos secundarios'],
  }),
  guaranteed,
  families('families', from.misleadingSources, [
    'cure',
    'proven',
    'doctors',
    'safety',
    'guarantee',
    'superlative',
    'cosmetics',
  ]),
]

const food: readonly RuleMaker[] = [
  claims('disease', 'high', from.healthSources, {
    en: ['cures diabetes', 'prevents colds', 'boosts immunity'],
    de: ['heilt Diabetes', 'beugt Erkältungen vor', 'stärkt das Immunsystem'],
    fr: ['guérit le diabète', 'prévient le rhume', 'renforce l’immunité'],
    it: ['cura il diabete', 'previene il raffreddore', 'rafforza il sistema immunitario'],
    es: ['cura la diabetes', 'previene el resfriado', 'refuerza el sistema inmunitario'],
  }),
  claims('weight', 'high', from.weightSources, {
    en: ['lose 5 kg in a week', 'lose weight without exercise', 'burns belly fat'],
    de: ['5 kg in einer Woche abnehmen', 'abnehmen ohne Sport', 'verbrennt Bauchfett'],
    fr: ['perdre 5 kg en une semaine', 'maigrir sans sport', 'brûle les graisses'],
    it: ['perdere 5 kg in una settimana', 'dimagrire senza sport', 'brucia i grassi'],
    es: ['perder 5 kg en una semana', 'adelgazar sin ejercicio', 'quema grasa'],
  }),
  words('detox', 'medium', from.healthSources, {
    en: ['detox', 'flushes out toxins', 'cleanses your liver'],
    de: ['Detox', 'entgiftet', 'entschlackt'],
    fr: ['détox', 'élimine les toxines'],
    it: ['detox', 'elimina le tossine'],
    es: ['detox', 'elimina toxinas'],
  }),
  guaranteed,
  families('families', from.misleadingSources, ['cure', 'immunity', 'weight', 'doctors', 'guarantee', 'food', 'green']),
]

const alcohol: readonly RuleMaker[] = [
  wording('responsibly', 'high', from.alcoholSources, {
    US: 'Drink responsibly',
    GB: 'Drink responsibly',
    DE: 'Bitte verantwortungsvoll genießen',
    FR: 'L’abus d’alcool est dangereux pour la santé, à consommer avec modération',
    IT: 'Bevi responsabilmente',
    ES: 'Disfruta de un consumo responsable',
  }),
  words('excess', 'high', from.alcoholSources, {
    en: ['get drunk', 'hungover', 'hangover', 'bottomless drinks'],
    de: ['betrunken', 'besoffen', 'verkatert', 'saufen'],
    fr: ['bourré', 'ivre', 'gueule de bois'],
    it: ['ubriaco', 'sbronza'],
    es: ['borracho', 'resaca', 'emborracharse'],
  }),
  claims('therapeutic', 'high', from.alcoholSources, {
    en: ['good for your health', 'helps you relax', 'makes you confident'],
    de: ['gut für die Gesundheit', 'macht selbstbewusst'],
    fr: ['bon pour la santé', 'donne confiance'],
    it: ['fa bene alla salute', 'dà sicurezza'],
    es: ['bueno para la salud', 'da confianza'],
  }),
  families('families', from.misleadingSources, ['alcohol', 'cure', 'superlative']),
]

const finance: readonly RuleMaker[] = [
  claims('risk', 'high', from.financeSources, {
    en: ['risk-free', 'guaranteed returns', 'cannot lose'],
    de: ['ohne Risiko', 'garantierte Rendite', 'garantierter Gewinn'],
    fr: ['sans risque', 'rendement garanti', 'gains garantis'],
    it: ['senza rischi', 'rendimento garantito', 'guadagni garantiti'],
    es: ['sin riesgo', 'rentabilidad garantizada', 'ganancias garantizadas'],
  }),
  claims('rich', 'high', from.financeSources, {
    en: ['get rich quick', 'double your money', 'financial freedom in months'],
    de: ['schnell reich werden', 'verdoppelt dein Geld'],
    fr: ['devenir riche rapidement', 'doublez votre argent'],
    it: ['diventare ricco in fretta', 'raddoppia i tuoi soldi'],
    es: ['hazte rico', 'duplica tu dinero'],
  }),
  wording('capital', 'high', from.financeSources, {
    GB: 'Your capital is at risk',
  }),
  legalLine(
    'crypto',
    from.cryptoSources,
    { GB: 'fca-crypto', DE: 'mica-marketing', FR: 'mica-marketing', IT: 'mica-marketing', ES: 'mica-marketing' },
    ['crypto'],
  ),
  families('families', from.misleadingSources, ['finance', 'crypto', 'guarantee']),
  words('tips', 'low', null, {
    en: ['not financial advice', 'to the moon', 'insider tip'],
    de: ['keine Anlageberatung', 'Geheimtipp', 'to the moon'],
    fr: ['pas un conseil financier', 'to the moon'],
    it: ['non è un consiglio finanziario', 'to the moon'],
    es: ['no es asesoramiento financiero', 'to the moon'],
  }),
]

const games: readonly RuleMaker[] = [
  claims('children', 'high', from.childrenSources, {
    en: ['ask your mum to buy', 'ask your parents to buy', 'tell your dad to get it'],
    de: ['frag deine Eltern', 'bitte deine Mama'],
    fr: ['demande à tes parents', 'demande à ta maman'],
    it: ['chiedi ai tuoi genitori', 'chiedi alla mamma'],
    es: ['pide a tus padres', 'pídeselo a tu madre'],
  }),
  words('gambling', 'high', from.gamblingSources, {
    en: ['jackpot', 'free spins', 'place your bets', 'casino'],
    fr: ['jackpot', 'paris sportifs', 'casino'],
    it: ['jackpot', 'scommesse', 'casinò'],
  }),
  words('freePlay', 'medium', from.misleadingSources, {
    en: ['totally free', 'completely free', '100% free'],
    de: ['komplett kostenlos', '100 % gratis'],
    fr: ['totalement gratuit', '100 % gratuit'],
    it: ['completamente gratis', '100% gratis'],
    es: ['totalmente gratis', '100% gratis'],
  }),
  families('families', from.misleadingSources, ['children', 'gambling', 'price', 'reviews']),
  rule('swearing', 'tone-of-voice', { noProfanity: true }),
]

const fashion: readonly RuleMaker[] = [
  greenWords,
  words('dupes', 'low', null, {
    en: ['dupe', 'knockoff', 'replica'],
    de: ['Dupe', 'Fälschung', 'Replika'],
    fr: ['dupe', 'contrefaçon', 'réplique'],
    it: ['dupe', 'imitazione'],
    es: ['dupe', 'imitación'],
  }),
  words('urgency', 'low', from.misleadingSources, {
    en: ['last chance ever', 'never again at this price', 'going out of business'],
    de: ['nie wieder so günstig', 'letzte Chance'],
    fr: ['dernière chance', 'jamais aussi bas'],
    it: ['ultima occasione', 'mai più a questo prezzo'],
    es: ['última oportunidad', 'nunca más a este precio'],
  }),
  families('families', from.misleadingSources, ['green', 'superlative', 'price', 'reviews']),
]

/** What a trade's template has, line by line. */
export const linesOf: Readonly<Record<Trade, readonly RuleMaker[]>> = {
  cosmetics: [...common, ...cosmetics, greenWords],
  food: [...common, ...food, greenWords],
  alcohol: [...common, ...alcohol],
  finance: [...common, ...finance],
  games: [...common, ...games],
  fashion: [...common, ...fashion],
}

/** What no rule can check, and the reader should know: words under `template.note.<code>`. */
export const notesOf: Readonly<Record<Trade, readonly { code: string; markets?: readonly Market[] }[]>> = {
  cosmetics: [
    { code: 'retouched', markets: ['FR'] },
    { code: 'procedures', markets: ['FR'] },
  ],
  food: [
    { code: 'lessHealthy', markets: ['GB'] },
    { code: 'authorisedClaims', markets: ['GB', 'DE', 'FR', 'IT', 'ES'] },
  ],
  alcohol: [{ code: 'audienceAge' }],
  finance: [
    { code: 'approval', markets: ['GB'] },
    { code: 'crypto', markets: ['GB', 'DE', 'FR', 'IT', 'ES'] },
  ],
  games: [{ code: 'ageRating' }, { code: 'lootBoxes', markets: ['GB'] }],
  fashion: [{ code: 'retouched', markets: ['FR'] }],
}
