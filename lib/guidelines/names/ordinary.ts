/**
 * Brand names that are ordinary words, by language, with the words beside which they are only that. A name in
 * this list is a brand where something says so (compliance.md 7.6); elsewhere it is apple pie. Own list.
 */
const ORDINARY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    apple:
      'pie pies cider juice tree trees sauce crumble vinegar strudel turnover orchard crisp cake tart scent seed seeds core picking slices slice butter green red fresh baked caramel toffee bite eat ate eating peeled chopped granny fuji gala cinnamon day donut donuts galette',
    target:
      'audience market weight date group practice price goal goals heart rate zone language area moving on hit hitting off my our your',
    boots:
      'ankle leather winter hiking rain cowboy knee snow my these new your his her their wellie walking chelsea combat ski football thigh pair of muddy',
    visa: 'tourist work student application office schengen travel entry free run my your a the expired need apply',
    dove: 'white mourning turtle grey gray peace release bar into straight head-first off',
    gap: 'year age pay wage thigh gender the mind bridge bridging fill tooth between closing',
    next: 'week month year day time level up to door one morning weekend stop in what my the',
    shell: 'sea egg soft hard pasta taco oyster outer nut of',
    orange: 'juice peel zest bright burnt slice blood colour color tree cake fresh squeezed county marmalade',
    amazon: 'rainforest river basin jungle rain forest',
    tide: 'high low rising red turning the turn',
    dawn: 'at before until crack dusk till new since from',
    mars: 'planet mission rover retrograde red on to life venus',
    mango: 'lassi smoothie juice ripe fresh salsa tree slices sorbet sticky season chutney frozen dried chunks eat ate',
    puma: 'wild mountain saw the a zoo',
    jaguar: 'wild jungle saw spotted zoo rainforest',
    polo: 'water horse shirt shirts neck match player marco',
    coach: 'my our your life football the a running head team bus train class fitness career tennis',
    guess: 'i you we can what who who lucky best wild just',
    champion: 'world olympic a the our true my league',
    converse: 'we to they with could',
    fossil: 'fuel fuels dinosaur a the ancient found',
    express: 'myself yourself i to train how lane themselves cannot orient',
    galaxy: 'far another milky hitchhiker whole our the print',
    subway: 'station train took the ride map stop tiles riding',
    corona: 'virus pandemic during lockdown since test time',
    benefit: 'of from to the for health added biggest',
    lush: 'green so garden forest hair grass so lashes very',
    fresh: 'so air start fruit from salad and out feels stay keep',
    origins: 'of my their our humble its',
    philosophy: 'my life our of degree class',
    bliss: 'pure this total wedded of absolute sunday',
    milk: 'oat almond coconut cow soy chocolate of with bath warm glass breast goat',
    secret: 'my the a her our best no little is top kept',
    simple: 'so keep it pleasures and super life that',
    always: 'i as we is you almost not she he will been have has am are',
    degree: 'a my college 360 bachelor some',
    crest: 'wave hill family of',
    bounty: 'of the',
    monster: 'cookie a little the under green party',
    sprite: 'forest water little a',
    zoom: 'in out call lens',
    slack: 'cut me some the no',
    windows: 'open the my big of shop double through',
    word: 'in a one my of every the',
    echo: 'an the of chamber',
    nest: 'bird empty egg the of',
    ring: 'my engagement wedding a the diamond me gold',
    square: 'times a one root the town',
    stripe: 'a blue red one skinny',
    chase: 'the dreams your my to after',
    sky: 'blue the night in clear up evening pink open',
    three: 'of for weeks days months years times hours the in',
    now: 'right and until by from for just i is',
    virgin: 'olive mary extra islands coconut a',
    lime: 'juice key and green zest tequila wedge',
    wish: 'i you we make my best a',
    seat: 'back front my a your car window take the',
    mini: 'a my so trip bag skirt me fridge these',
    smart: 'so a be very street and super work',
    focus: 'on to out in my',
    golf: 'play playing course mini club cart',
    kind: 'of be so one what a',
    essence: 'of in the vanilla',
    elf: 'on little christmas a the shelf buddy',
    only: 'the if not i for one',
    reserved: 'a so table very',
    hourglass: 'figure shape',
    extra: 'so a an little virgin bit go something',
    columbia: 'british river',
    vans: 'camper two the tour',
    keen: 'so on very to i',
    axe: 'an the throwing',
    sketchers: '',
    native: 'american plants speaker to a',
    liberty: 'statue of the',
    eclipse: 'solar lunar total the',
    total: 'in a of the cost price',
    sage: 'burning smoke and tea fresh butter',
    glossier: 'much even so hair never been lips',
    honest: 'be to an my let being',
    method: 'a the my this favourite',
    joy: 'of pure so the',
    gain: 'to weight no muscle',
    glade: 'forest a the',
    zest: 'lemon lime orange of',
    rare: 'so a it medium',
    olive: 'oil tree green branch',
  },
  de: {
    penny: '',
    real: 'sehr so ganz',
    mars: 'planet auf',
    seat: '',
    golf: 'spielen platz',
    sixt: '',
    orange: 'saft eine die schale',
    mango: 'lassi eine die reife saft smoothie',
    corona: 'virus pandemie während',
    adler: 'der ein',
    linde: 'die unter',
    müller: 'frau herr familie',
    douglas: '',
  },
  fr: {
    orange: "jus une l' d' zeste",
    casino: 'au le un du',
    carrefour: 'au le un du',
    total: 'au le un en',
    mars: 'en le de depuis fin',
    monoprix: '',
    leader: 'le un',
    mango: '',
    but: 'le un mon de',
    action: "l' une en",
    nature: 'la en de',
  },
  es: {
    mango: 'un de el jugo batido maduro zumo',
    corona: 'la una de',
    seat: '',
    orange: '',
    día: 'un el cada buen todo este al',
    dia: 'un el cada buen todo este al',
    lidl: '',
  },
  it: { coin: '', mango: 'un il di succo', corona: 'la una', orange: '' },
  pt: { mango: '', natura: 'na a da', vivo: 'ao estou o', claro: 'que é bem azul mais', oi: '', corona: 'a uma' },
  nl: { action: '', mango: 'een', kruidvat: '', corona: 'tijdens', orange: '' },
}
const SETS = new Map(
  Object.entries(ORDINARY).map(([lang, words]) => [
    lang,
    new Map(Object.entries(words).map(([word, beside]) => [word, new Set(beside.split(' ').filter(Boolean))])),
  ]),
)

/** Words beside which the name is an ordinary word of the language; null when the name is no such word. */
export function ordinaryUse(name: string, lang: string | null): ReadonlySet<string> | null {
  return SETS.get(lang ?? 'en')?.get(name) ?? null
}

/** Brand names that many people bear. */
export const GIVEN_NAMES = new Set(
  'alexander alice anna ben bella bentley benetton calvin carolina celine charlie charlotte chloe clara coco ella emma eva ford grace hugo heidi henry jack jo jordan kate leo levi lexi lily lola lolita lucia marc maria max maya mercedes michael morgan nina oscar paul ralph rachel ruby sara sofia stella tara tiffany tom tommy tory vera victoria wendy'.split(
    ' ',
  ),
)

/** Before a name: a person, or an animal, bears it. */
export const PERSON_BEFORE = new Set(
  "friend friends bestie bff sister brother cousin aunt auntie uncle daughter son baby niece nephew husband wife boyfriend girlfriend fiancé fiancée mum mom mama dad grandma grandpa dog cat puppy kitten named called name's i'm meet dear hi hey hello mrs mr ms birthday goddaughter godson neighbour neighbor roommate colleague teacher freundin freund schwester bruder tochter sohn cousine tante onkel katze hund heißt heisst namens nachbarin frau herr amie ami soeur sœur frère fille fils chat chien appelle nommée nommé copine copain amiga amigo hermana hermano hija hijo prima primo perra perro gata gato llama llamada llamado amica amico sorella fratello figlia figlio cane gatto chiama irmã irmão filha filho cachorro chamada chamado vriendin vriend zus broer dochter zoon heet genaamd przyjaciółka przyjaciel siostra brat córka syn kızım oğlum arkadaşım kardeşim".split(
    ' ',
  ),
)
/** After a name: a person bears it. */
export const PERSON_AFTER =
  /^(?:'s birthday|\s*,?\s*(?:turns|turned|is turning|was born)(?![\p{L}\p{N}])|\s*,\s*\d{1,3}(?:\s|,|!|\.|$)|\s+(?:and i|und ich|et moi|y yo|e io|e eu|en ik)(?![\p{L}\p{N}])|\s+(?:is the (?:goddess|god|name)|is my (?:friend|sister|bestie|dog|cat|daughter|cousin|best|boss|wife)|said|says|told|asked|laughed|cried|smiled|hugged))/u

/** Beside a name: it makes or sells this. */
export const PRODUCT =
  /^(?:watch|iphone|ipad|macbook|airpods|store|stores|card|soap|app|pay|music|tv|phone|laptop|laptops|shop|run|haul|order|delivery|prime|web|sneakers|trainers|shoes|jeans|hoodie|jacket|jumper|dress|shirt|tee|bag|lipstick|mascara|cream|moisturiser|moisturizer|serum|shampoo|deodorant|perfume|foundation|palette|products?|brand|gift|account|customer|checkout|website|online|sale|points|advantage|stuff|employee|own-brand|campaign|ad|ads|advert)$/
/** Before a name: somebody sells it, or it is compared. */
export const FRAME = new Set(
  'from at than by via vs versus with like bei von als chez de para em in da bij van'.split(' '),
)
export const ENGLISH_FRAME = new Set('from at than by via vs versus'.split(' '))
/** After a name in a frame: the name stands by itself ("from apple to …"), not before a noun ("from apple juice"). */
export const FUNCTION_WORDS = new Set(
  'to and or but because last for is was are were in on at yesterday today this so i which that who it when while since again anymore before after all now my they their has have had does did can will would if then than as with'.split(
    ' ',
  ),
)
/** After a name that begins a sentence: it acts. */
export const ACTS =
  /^(?:is|was|has|had|just|launched|launches|makes|made|sells|sold|won|can|will|would|should|did|does|never|really|keeps|used|could|charges|charged|knows|needs|stopped|got|gets|released|dropped|discontinued)$/
