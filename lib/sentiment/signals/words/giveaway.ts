import type { Phrases } from '../patterns.ts'

/** Takes part in a giveaway, or tags others because the post asked for it. */
export const giveaway: Phrases = {
  en: [
    '(?:tag|tagging) (?:a |an |your |my |[0-9]{1,2} |one |two |three |some |all |the )*(?:friends?|besties?|person|someone|people)',
    '(?:this |your |the |amazing |such a great )*giveaways?',
    "(?:i |im |i'm |i've |just |have )*(?:entered|entering|joined|joining)(?: (?:the |this |your )?(?:giveaway|contest|competition|draw|raffle))?(?= ?[!.✅🤞🍀]|$)",
    "(?:i )?(?:hope|hoping|wish|would love|'d love|fingers crossed) (?:i|to|that i|i can|i could) (?:win|be picked|get picked)",
    '(?:pick|choose) me',
    'good luck (?:to )?(?:everyone|all|every ?body|me)',
    '(?:liked,? |followed,? |shared,? |saved,? )+(?:and )?(?:tagged|commented|done|followed|shared)',
  ],
  de: [
    '(?:beim |das |dem |euer |eurem |tolles )?gewinnspiel',
    '(?:ich )?(?:würde|möchte) (?:so |mega |sehr |total )*gern(?:e)? gewinnen',
    '(?:ich )?(?:versuche?|probier) (?:ich )?mein glück',
    '(?:daumen gedrückt|drücke? (?:mir |uns )?die daumen)',
    '(?:hüpfe?|spring) (?:ich )?(?:gern |gerne |mal )*in den (?:lostopf|topf)',
  ],
  fr: [
    '(?:ce |au |le |votre |super )?(?:concours|jeu[- ]concours)',
    'je (?:tente|participe)(?: (?:ma chance|avec plaisir|volontiers|au concours))?',
    "j'identifie @?[a-z0-9_.]{2,40}",
    'bonne chance (?:à )?(?:tous|toutes|tout le monde)',
  ],
  es: [
    '(?:el |este |al |en el |gran )?sorteo',
    '(?:ya )?(?:participo|participando|participé)',
    '(?:quiero|ojalá|espero|me encantaría) (?:poder )?gan(?:ar|e)(?:lo|la|me)?',
    '(?:etiqueto|etiquetando) a',
    'suerte a tod[oa]s',
  ],
  it: [
    '(?:al |il |questo |bel )?(?:giveaway|contest|concorso)',
    '(?:partecipo|partecipiamo|ci provo|incrocio le dita)',
    '(?:spero|vorrei) (?:tanto )?(?:di )?vincere',
    'in bocca al lupo a tutt[ie]',
  ],
  pt: [
    '(?:no |do |esse |o |esse )?sorteio',
    '(?:já )?(?:participando|participei|tô participando|to participando)',
    '(?:quero|tomara que eu|queria) (?:muito )?ganh(?:ar|e)',
    'boa sorte (?:a |pra )tod[oa]s',
  ],
  nl: [
    '(?:deze |de |leuke )?(?:winactie|give ?away)',
    'ik doe (?:graag |ook )?mee',
    '(?:hoop|wil) (?:graag |te )*winnen',
  ],
  pl: ['(?:konkurs|konkursie|rozdani[ea]|losowani[ea])', '(?:biorę udział|zgłaszam się)'],
  tr: ['(?:çekiliş|çekilişe|çekilişi)', '(?:katıldım|katılıyorum|umarım kazanırım|inşallah bana çıkar)'],
  ja: ['(?:応募(?:します|しました|完了|させて)|プレゼント企画|当たりますように|参加します|当選)'],
  ko: ['(?:이벤트 ?참여|참여 ?완료|참여합니다|당첨(?:되|됐|기원))'],
  ar: ['(?:السحب|المسابقة|مشاركة في السحب|تم المشاركة|شاركت)'],
}
