/**
 * Everyday ways of saying common messages, one group a line, phrases separated by `|`. Where a message
 * contains one phrase of a group, the others are what a person should look at: never a pass. Own list.
 */
const GROUPS = [
  'vegan|plant based|plant-based|animal free|no animal products|no animal ingredients|nothing animal|no honey no milk|rein pflanzlich|pflanzlich|ohne tierische|végétal|100% végétale|sans ingrédient animal|de origen vegetal|sin ingredientes animales|vegetale|origem vegetal|plantaardig|roślinny|bitkisel',
  'cruelty free|not tested on animals|no animal testing|bunny|tierversuchsfrei|ohne tierversuche|non testé sur les animaux|no testado en animales|sin crueldad|non testato sugli animali|dierproefvrij',
  'fragrance free|unscented|no perfume|no fragrance|no scent|parfümfrei|ohne parfüm|ohne duftstoffe|sans parfum|sin perfume|sin fragancia|senza profumo|sem perfume|zonder parfum',
  'sugar free|no sugar|unsweetened|zuckerfrei|ohne zucker|sans sucre|sin azúcar|senza zucchero|sem açúcar|suikervrij',
  'gluten free|no gluten|no wheat|glutenfrei|sans gluten|sin gluten|senza glutine',
  'alcohol free|no alcohol|zero proof|alkoholfrei|sans alcool|sin alcohol',
  '24 hours|24h|all day|whole day|day and night|round the clock|around the clock|morning to night|den ganzen tag|rund um die uhr|toute la journée|todo el día|tutto il giorno|o dia todo|de hele dag|cały dzień|bütün gün|一日中|하루 종일',
  'hydration|moisture|moisturised|moisturized|quenched|dewy|plump|feuchtigkeit|hydratation|humedad|idratazione|保湿|수분',
  "waterproof|water resistant|sweat proof|swim proof|survives rain|wasserfest|wasserdicht|imperméable|résistant à l'eau|a prueba de agua|resistente al agua|impermeabile|waterdicht",
  'free shipping|free delivery|ships free|no shipping costs|delivery on us|kostenloser versand|versandkostenfrei|livraison gratuite|livraison offerte|envío gratis|spedizione gratuita|gratis verzending',
  'refillable|refill|top up|nachfüllbar|nachfüllen|rechargeable|recargable|ricaricabile|navulbaar',
  'recyclable|can recycle|goes in recycling|recycelbar|recyclable|reciclable|riciclabile',
  'recycled|second life|used to be bottles|recycelt|recyclé|reciclado|riciclato',
  'sensitive skin|delicate skin|reactive skin|easily irritated|gentle on skin|empfindliche haut|sensible haut|peaux sensibles|peau sensible|piel sensible|pelle sensibile|pele sensível|gevoelige huid',
  'organic|organically grown|no pesticides|bio qualität|aus biologischem anbau|biologique|ecológico|biologico',
  'lightweight|light as air|weightless|barely there|feels like nothing|federleicht|ultraléger|ligero|leggero',
  'wireless|cordless|no cable|no cables|no wires|kabellos|sans fil|inalámbrico|senza fili',
  'fast charging|charges quickly|full in minutes|schnellladen|charge rapide|carga rápida',
  'quiet|silent|noiseless|hardly hear|barely hear|leise|silencieux|silencioso|silenzioso',
  'not greasy|non greasy|no residue|absorbs quickly|sinks right in|fettet nicht|non gras|no graso',
  'handmade|made by hand|hand crafted|handcrafted|handgemacht|fait main|hecho a mano|fatto a mano',
  'limited edition|only for a while|until it is gone|while stocks last|limitiert|édition limitée|edición limitada',
  'money back|get a refund|refunded|geld zurück|satisfait ou remboursé|reembolso',
  'dermatologically tested|tested by dermatologists|skin doctors tested|dermatologisch getestet|testé dermatologiquement|dermatológicamente probado|testato dermatologicamente',
  'leaping bunny|peta approved',
  'no subscription|cancel anytime|no commitment|jederzeit kündbar|sans engagement|sin permanencia',
].map((group) => group.split('|'))

/** The phrase with one of its everyday parts said in other words. */
export function paraphrasesOf(phrase: string): readonly string[] {
  const plain = ` ${phrase.toLowerCase().replaceAll('-', ' ')} `
  return GROUPS.flatMap((group) => {
    const part = group.find((one) => plain.includes(` ${one} `))
    return part === undefined ? [] : group.filter((one) => one !== part).map((one) => plain.replace(part, one).trim())
  })
}
