/** A unit of measure: what it measures, and how many of the dimension's base unit it is. */
export interface Unit {
  readonly dimension: string
  readonly factor: number
}

/**
 * Units as captions write them, normalised. Conversions are exact by definition: pound 0.45359237 kg and inch
 * 2.54 cm (International yard and pound agreement, 1959), US fluid ounce 29.5735295625 ml (NIST Handbook 44).
 */
const TABLE: readonly (readonly [dimension: string, factor: number, words: string])[] = [
  [
    'time',
    1,
    's sec secs second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi seconden 秒 초',
  ],
  ['time', 60, 'min mins minute minutes minuten minuto minutos minuti minuut minuta minut dakika 分 分間 분 мин минут'],
  [
    'time',
    3_600,
    'h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren godz godzin godziny godzinę saat timmar timme timer time tunti tuntia 時間 小时 小時 시간 час часа часов घंटे घंटा ساعة ساعات',
  ],
  [
    'time',
    86_400,
    'd day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dage dagar dni dzień gün päivä päivää 日 日間 天 일 день дня дней दिन يوم أيام',
  ],
  [
    'time',
    604_800,
    'wk wks week weeks woche wochen semaine semaines semana semanas settimana settimane weken uke uker vecka veckor uge uger tydzień tygodnie tygodni hafta 週 週間 周 주 неделя недели недель',
  ],
  [
    'month',
    1,
    'mo month months monat monate monaten mois mes meses mês mese mesi maand maanden måned måneder månad månader miesiąc miesiące miesięcy ay 月 ヶ月 か月 个月 個月 개월 месяц месяца месяцев',
  ],
  [
    'month',
    12,
    'yr yrs year years jahr jahre jahren an ans année années año años anno anni ano anos jaar år rok lata lat yıl 年 年間 년 год года лет',
  ],
  ['share', 1, '% percent pct prozent pourcent procent percento porcento procento yüzde パーセント 퍼센트'],
  ['volume', 1, 'ml milliliter milliliters millilitre millilitres mililitros millilitri'],
  ['volume', 10, 'cl'],
  ['volume', 1_000, 'l liter liters litre litres litro litros litri'],
  ['volume', 29.5735295625, 'floz'],
  ['mass', 0.001, 'mg milligram milligrams milligramm'],
  ['mass', 0.000001, 'mcg µg μg microgram micrograms'],
  ['mass', 1, 'g gr gram grams gramm gramme grammes gramos grammi'],
  ['mass', 1_000, 'kg kgs kilo kilos kilogram kilograms kilogramm'],
  ['mass', 453.59237, 'lb lbs pound pounds pfund'],
  ['mass', 28.349523125, 'oz ounce ounces'],
  ['charge', 1, 'mah'],
  ['energy', 1, 'wh'],
  ['energy', 1_000, 'kwh'],
  ['power', 1, 'w watt watts'],
  ['heat', 1, 'kcal calories calorie cal kalorien'],
  ['data', 1, 'mb'],
  ['data', 1_000, 'gb gig gigs'],
  ['data', 1_000_000, 'tb'],
  ['pixels', 1, 'mp megapixel megapixels'],
  ['frequency', 1, 'hz'],
  ['length', 0.1, 'mm'],
  ['length', 1, 'cm centimeter centimeters centimetre centimetres zentimeter'],
  ['length', 100, 'm meter meters metre metres metro metros metri'],
  ['length', 100_000, 'km kilometer kilometers kilometre kilometres kilómetros chilometri'],
  ['length', 2.54, 'inch inches zoll'],
  ['length', 30.48, 'ft foot feet'],
  ['length', 160_934.4, 'mile miles mi'],
  ['usd', 1, '$ usd dollar dollars us$'],
  ['eur', 1, '€ eur euro euros'],
  ['gbp', 1, '£ gbp quid'],
  ['jpy', 1, '¥ jpy yen 円'],
  ['inr', 1, '₹ inr rupees rs'],
  ['try', 1, '₺ tl lira'],
  ['krw', 1, '₩ krw won 원'],
  ['pln', 1, 'zł pln'],
  ['spf', 1, 'spf lsf fps'],
  ['times', 1, 'x times fold fois veces volte vezes keer'],
  ['shades', 1, 'shade shades colour colours color colors farben couleurs colores colori cores kleuren'],
  ['pieces', 1, 'piece pieces pcs pack stück stuck pièces piezas pezzi peças stuks'],
]

const UNITS = new Map<string, Unit>(
  TABLE.flatMap(([dimension, factor, words]) => words.split(' ').map((word) => [word, { dimension, factor }] as const)),
)

/** Null for a word that is no unit. */
export function unitOf(word: string): Unit | null {
  return UNITS.get(word) ?? null
}
