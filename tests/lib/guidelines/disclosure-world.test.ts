import { describe, expect, it } from 'vitest'
import type { FindingStatus } from '../../../lib/domain/finding.ts'
import type { Relationship } from '../../../lib/domain/partner.ts'
import { isOpen } from '../../../lib/domain/open-finding.ts'
import { assess } from '../../../lib/guidelines/assess.ts'
import { jurisdictions } from '../../../lib/guidelines/disclosure/packs/index.ts'
import { correct } from '../../../lib/guidelines/fix/correct.ts'
import { guidelineOf, postOf, ruleOf } from './fixtures.ts'

interface More {
  as?: Relationship
  lang?: string
  on?: string
  /** The platform's own label. */
  label?: string
  comment?: string
  /** The words of a denial. */
  denied?: string
}
/** Status, the exact words (null: nothing found), the caption. Brands and people are invented. */
type Row = [FindingStatus, string | null, string, More?]

const WALK =
  'We walked until the lamps came on and then a bit more, because nobody wanted to be the first to say that it was cold. '.repeat(
    2,
  )

const WORLD: Record<string, { lang: string; rows: Row[] }> = {
  US: {
    lang: 'en',
    rows: [
      ['clear', '#ad', 'Soup season is open #ad @potluckco'],
      ['clear', '[AD]', '[AD] Soup season is open'],
      ['clear', '#sponsored', '#sponsored soup for breakfast @potluckco'],
      ['clear', '#PotluckCoPartner', '#PotluckCoPartner three soups, one spoon'],
      [
        'clear',
        'I earn a small commission if you buy through my link',
        'I earn a small commission if you buy through my link. Soup bowls below!',
        { as: 'affiliate' },
      ],
      ['clear', 'I work at PotluckCo', 'I work at PotluckCo, and this one took us a year.', { as: 'employee' }],
      [
        'clear',
        'Thanks to PotluckCo for the free dinner',
        'Thanks to PotluckCo for the free dinner! The soup was salty.',
        { as: 'gift' },
      ],
      ['clear', '#publicidad', '#publicidad La sopa de hoy con @potluckco', { lang: 'es' }],
      ['clear', '#a\u200bd', '#a\u200bd soup again'],
      ['ambiguous', 'ᴬᴰ', 'ᴬᴰ soup again @potluckco'],
      ['ambiguous', '#sp', 'soup again #sp @potluckco'],
      ['ambiguous', '#gifted', 'soup again #gifted', { as: 'gift' }],
      ['clear', '#sponsoredby', 'soup again #sponsoredby @potluckco'],
      ['ambiguous', '#potluckcopartner', 'soup again #potluckcopartner'],
      ['missing', null, 'All bowls at https://shop.example/ad/ and more'],
      ['ambiguous', 'Thanks @potluckco', 'Thanks @potluckco for the bowls'],
      ['ambiguous', '#potluckcoad', 'soup again #potluckcoad @potluckco'],
      ['ambiguous', 'Paid partnership with PotluckCo', 'soup again', { label: 'Paid partnership with PotluckCo' }],
      ['buried', '#ad', `${WALK}#ad`],
      ['buried', '#ad', 'soup #broth #stock #noodles #ad #yum'],
      ['buried', '#ad', 'One\nTwo\nThree\n#ad'],
      ['missing', null, 'Adorable bowls from my adventure. Ad-free reading hour next.'],
      ['missing', null, 'Ad hoc dinner with my partner in crime'],
      ['missing', '#ad', 'soup again', { comment: 'forgot: #ad' }],
      ['missing', null, 'Not an ad, this soup just slaps', { denied: 'Not an ad' }],
      ['missing', null, 'This soup slaps #notsponsored', { denied: '#notsponsored' }],
      ['not-needed', null, 'My ad hoc soup', { as: 'none' }],
      ['not-needed', null, 'PR day! 5 km in 24:10 #pr', { as: 'none' }],
    ],
  },
  GB: {
    lang: 'en',
    rows: [
      ['clear', 'AD', 'AD | the quilt that ended our duvet war @heatherloft'],
      ['clear', 'Advert', 'Advert: the quilt that ended our duvet war'],
      ['clear', 'Ad gifted', 'Ad gifted | the quilt that ended our duvet war', { as: 'gift' }],
      ['clear', 'Ad', 'Ad - gifted. The quilt that ended our duvet war', { as: 'gift' }],
      ['clear', 'AD-gifted', 'AD-gifted: the quilt war is over', { as: 'gift' }],
      ['clear', 'Advertisement feature', 'Advertisement feature with @heatherloft. The quilt war is over.'],
      ['clear', '(ad)', 'The quilt war is over (ad)'],
      ['clear', 'AD', 'AD/own brand: my quilts are back', { as: 'own-brand' }],
      ['ambiguous', '#sponsored', 'The quilt war is over #sponsored @heatherloft'],
      ['ambiguous', '#spon', 'The quilt war is over #spon'],
      ['ambiguous', 'In partnership with @heatherloft', 'In partnership with @heatherloft, the quilt war is over'],
      ['ambiguous', '#brandambassador', 'The quilt war is over #brandambassador @heatherloft'],
      ['ambiguous', '#affiliate', 'Quilt link in bio #affiliate', { as: 'affiliate' }],
      ['ambiguous', '#iworkwith', 'Quilts! #iworkwith @heatherloft'],
      ['ambiguous', 'Thanks to @heatherloft', 'Thanks to @heatherloft for having us', { as: 'event' }],
      ['ambiguous', 'Paid partnership', 'The quilt war is over', { label: 'Paid partnership' }],
      ['buried', '#ad', `${WALK}\n#ad @heatherloft`],
      ['missing', null, 'So PRoud of these quilts. We are in the pub.'],
      ['missing', null, 'Honest review, not sponsored by anyone!', { denied: 'not sponsored' }],
      ['not-needed', null, 'Down the pub, thanks to my dad', { as: 'none' }],
    ],
  },
  IE: {
    lang: 'en',
    rows: [
      ['clear', '#Ad', '#Ad tea for two with @brackenleaf'],
      ['clear', '#Fógra', '#Fógra Cupán tae le @brackenleaf', { lang: 'ga' }],
      ['clear', '#Gifted', '#Gifted tea for two', { as: 'gift' }],
      ['clear', 'Paid partnership with BrackenLeaf', 'Tea for two', { label: 'Paid partnership with BrackenLeaf' }],
      ['ambiguous', 'Ad', 'Ad | tea for two'],
      ['ambiguous', '#gifted', '#gifted tea for two'],
      ['ambiguous', '#iworkwith', '#iworkwith @brackenleaf'],
      ['ambiguous', '#ownbrand', 'My teas are here #ownbrand', { as: 'own-brand' }],
      ['missing', null, 'Tea for two'],
    ],
  },
  CA: {
    lang: 'en',
    rows: [
      ['clear', '#ad', '#ad first skate of the year @frostline'],
      ['clear', '#Gifted', '#Gifted skates, first turns', { as: 'gift' }],
      ['clear', '#pub', '#pub Premier tour de patin avec @frostline', { lang: 'fr' }],
      ['clear', '#produitreçu', '#produitreçu Premier tour de patin', { lang: 'fr', as: 'gift' }],
      ['clear', '#FrostlineAmbassador', '#FrostlineAmbassador first skate'],
      ['ambiguous', '#gifted', 'first skate #gifted'],
      ['ambiguous', '#ambassador', 'first skate #ambassador'],
      ['ambiguous', '#partenaire', 'Premier tour de patin #partenaire', { lang: 'fr' }],
      ['missing', null, 'first skate, went down to the pub after'],
    ],
  },
  AU: {
    lang: 'en',
    rows: [
      ['clear', '#ad', '#ad reef-safe and smells of nothing @tidewax'],
      ['clear', 'Branded content', 'Branded content: reef-safe and smells of nothing'],
      ['clear', 'Paid partnership with @tidewax', 'Paid partnership with @tidewax. Reef-safe.'],
      ['clear', 'Paid partnership', 'reef-safe', { label: 'Paid partnership' }],
      ['ambiguous', '#collab', 'reef-safe #collab @tidewax'],
      ['ambiguous', '#gifted', 'reef-safe #gifted', { as: 'gift' }],
      ['missing', null, 'This is not an ad, I swim in it daily', { as: 'gift', denied: 'not an ad' }],
    ],
  },
  IN: {
    lang: 'en',
    rows: [
      ['clear', '#collaboration', '#collaboration monsoon shoes with @barishwalk'],
      ['clear', 'Free gift', 'Free gift | monsoon shoes', { as: 'gift' }],
      ['clear', '#employee', '#employee launch day at @barishwalk', { as: 'employee' }],
      ['clear', 'विज्ञापन', 'विज्ञापन | बारिश के जूते @barishwalk', { lang: 'hi' }],
      ['clear', '#விளம்பரம்', '#விளம்பரம் மழைக்கால காலணிகள்', { lang: 'ta' }],
      ['ambiguous', '#collab', 'monsoon shoes #collab @barishwalk'],
      ['buried', '#ad', 'One\nTwo\n#ad'],
      ['missing', null, 'यह विज्ञापन नहीं है, बस पसंद आया', { lang: 'hi', denied: 'विज्ञापन नहीं है' }],
      ['missing', null, 'बारिश के जूते आ गए', { lang: 'hi' }],
    ],
  },
  DE: {
    lang: 'de',
    rows: [
      ['clear', 'Werbung', 'Werbung | Mein Brot bleibt jetzt drei Tage frisch @kornliebe'],
      ['clear', 'Anzeige', 'Anzeige – Mein Brot bleibt jetzt frisch'],
      ['clear', '#werbung', '#werbung Mein Brot bleibt jetzt frisch'],
      ['clear', '(Werbung)', '(Werbung) Mein Brot bleibt jetzt frisch'],
      ['clear', 'Bezahlte Partnerschaft', 'Bezahlte Partnerschaft mit @kornliebe: mein Brot bleibt frisch'],
      ['clear', 'WERBUNG', 'WERBUNG\nMein Brot bleibt frisch'],
      ['clear', 'Werbung', 'Werbung/PR-Sample: mein Brot bleibt frisch', { as: 'gift' }],
      ['ambiguous', '#sponsored', 'Mein Brot bleibt frisch #sponsored @kornliebe'],
      ['ambiguous', '#sponsoredby', 'Mein Brot bleibt frisch #sponsoredby @kornliebe'],
      ['clear', 'Anzeige wegen Markennennung', 'Anzeige wegen Markennennung: mein Brot bleibt frisch'],
      ['ambiguous', 'Präsentiert von Kornliebe', 'Neue Folge, neue Gäste. Präsentiert von Kornliebe.'],
      ['clear', 'Werbung', '-Werbung- Mein Brot bleibt frisch'],
      ['clear', 'Anzeige', '~Anzeige~ Mein Brot bleibt frisch'],
      ['ambiguous', '#produkttest', 'Mein Brot bleibt frisch #produkttest'],
      ['ambiguous', '#Kooperation', 'Mein Brot bleibt frisch #Kooperation @kornliebe'],
      ['ambiguous', 'Bezahlte Partnerschaft', 'Mein Brot bleibt frisch', { label: 'Bezahlte Partnerschaft' }],
      ['buried', '#werbung', 'Mein Brot #brot #backen #sauerteig #werbung #liebe'],
      ['missing', null, 'Anzeige erstattet, Rad weg, Laune auch. Immerhin das Brot ist frisch.'],
      ['missing', null, 'Gestern lief im Kino eine Werbung für Seife, alle haben gelacht.'],
      ['missing', null, 'Keine Werbung, ich mag das Brot einfach', { denied: 'Keine Werbung' }],
      ['missing', null, 'Unbezahlte Werbung: mein Brot bleibt frisch', { denied: 'Unbezahlte Werbung' }],
      ['missing', null, 'Mein Brot bleibt frisch #unbezahltewerbung', { denied: '#unbezahltewerbung' }],
      ['not-needed', null, 'Anzeige ist raus, jetzt wartet die Polizei.', { as: 'none' }],
    ],
  },
  FR: {
    lang: 'fr',
    rows: [
      ['clear', 'Publicité', 'Publicité | mon café du matin avec @brulerielune'],
      ['clear', 'collaboration commerciale', 'Mon café du matin, en collaboration commerciale avec @brulerielune'],
      ['clear', 'Partenariat rémunéré', 'Partenariat rémunéré avec @brulerielune – mon café du matin'],
      ['clear', '#publicite', '#publicite mon café du matin'],
      ['clear', 'Sponsorisé par @brulerielune', 'Sponsorisé par @brulerielune, mon café du matin'],
      ['ambiguous', '#ad', 'Mon café du matin #ad @brulerielune'],
      ['ambiguous', '#collab', 'Mon café du matin #collab @brulerielune'],
      ['ambiguous', '#partenariat', 'Mon café du matin #partenariat'],
      ['ambiguous', 'Merci à @brulerielune', 'Merci à @brulerielune pour ce joli colis'],
      ['ambiguous', '#offert', 'Mon café du matin #offert', { as: 'gift' }],
      [
        'buried',
        'Publicité',
        `${'Le matin je ne parle à personne avant la deuxième tasse, et encore, il faut me demander gentiment. '.repeat(2)}\nPublicité`,
      ],
      ['missing', null, "J'ai une annonce à vous faire : on adopte un chat !"],
      ['missing', null, 'Non sponsorisé, je l’aime vraiment', { denied: 'Non sponsorisé' }],
      ['missing', null, 'Ce café est incroyable, pas une pub !', { denied: 'pas une pub' }],
      ['not-needed', null, 'La pub de Noël me fait pleurer', { as: 'none' }],
    ],
  },
  IT: {
    lang: 'it',
    rows: [
      ['clear', '#adv', '#adv il mio caffè con @torrefazionesole'],
      ['clear', 'Sponsorizzato da @torrefazionesole', 'Sponsorizzato da @torrefazionesole: il mio caffè'],
      ['clear', 'Promosso da @torrefazionesole', 'Promosso da @torrefazionesole. Il mio caffè.'],
      ['clear', '#pubblicità', 'Il mio caffè #mattina #pubblicità @torrefazionesole'],
      [
        'clear',
        'Prodotto inviato da @torrefazionesole',
        'Prodotto inviato da @torrefazionesole. Buono!',
        { as: 'gift' },
      ],
      ['ambiguous', '#gifted', 'Il mio caffè #gifted', { as: 'gift' }],
      ['ambiguous', '#suppliedby', 'Il mio caffè #suppliedby @torrefazionesole'],
      ['ambiguous', '#collaborazione', 'Il mio caffè #collaborazione'],
      ['ambiguous', 'Grazie a @torrefazionesole', 'Grazie a @torrefazionesole per il regalo', { as: 'gift' }],
      ['buried', '#ad', 'Il mio #caffè in #cucina la #domenica, e poi #ad'],
      ['missing', null, 'Non è una pubblicità, mi piace e basta', { denied: 'Non è una pubblicità' }],
    ],
  },
  ES: {
    lang: 'es',
    rows: [
      ['clear', '#publi', '#publi Tres horas de tren con @valijaroja'],
      ['clear', 'Publicidad', 'Publicidad. Tres horas de tren con @valijaroja'],
      ['clear', 'Patrocinado por @valijaroja', 'Patrocinado por @valijaroja: tres horas de tren'],
      ['clear', '#publicitat', '#publicitat Tres hores de tren', { lang: 'ca' }],
      ['ambiguous', '#ad', 'Tres horas de tren #ad @valijaroja'],
      ['ambiguous', '#colab', 'Tres horas de tren #colab'],
      ['ambiguous', 'Gracias a @valijaroja', 'Gracias a @valijaroja por todo'],
      ['ambiguous', '#sp', 'Tres horas de tren #sp'],
      ['missing', null, 'Sin publicidad, solo ganas', { denied: 'Sin publicidad' }],
      ['missing', null, 'No es publi, me encanta', { denied: 'No es publi' }],
      ['missing', null, 'Hago público que odio los trenes'],
    ],
  },
  NL: {
    lang: 'nl',
    rows: [
      ['clear', '#ad', 'Regen, regen, laarzen #ad @plasdief'],
      ['clear', 'Advertentie', 'Advertentie | regen, regen, laarzen'],
      ['clear', '#spon', '#spon regen, regen, laarzen'],
      ['clear', 'In betaalde samenwerking met @plasdief', 'In betaalde samenwerking met @plasdief: laarzen'],
      ['ambiguous', '|ad', 'Regen, regen, laarzen |ad'],
      ['ambiguous', '^ad', '^ad regen, regen, laarzen'],
      ['ambiguous', '-ad', 'Regen, regen, laarzen -ad'],
      ['ambiguous', '#collab', 'Regen, regen, laarzen #collab'],
      ['missing', null, 'Geen reclame, gewoon droge voeten', { denied: 'Geen reclame' }],
      ['missing', null, 'Ik reclameer al weken bij de bezorger'],
    ],
  },
  BE: {
    lang: 'nl',
    rows: [
      ['clear', '#reclame', '#reclame frietjes thuis met @patatpaleis'],
      ['clear', '#publicité', '#publicité des frites maison', { lang: 'fr' }],
      ['clear', 'Publiciteit', 'Publiciteit: frietjes thuis'],
      ['ambiguous', '#ad', 'Frietjes thuis #ad @patatpaleis'],
      ['ambiguous', '#sponsored', 'Frietjes thuis #sponsored'],
      ['missing', null, 'Frietjes thuis, de annonces op de radio zijn te luid'],
    ],
  },
  PL: {
    lang: 'pl',
    rows: [
      ['clear', '#reklama', '#reklama buty, które przeżyły błoto @szlakowo'],
      ['clear', '#materiałreklamowy', '#materiałreklamowy buty w błocie @szlakowo'],
      ['clear', '#wspolpracareklamowa', '#wspolpracareklamowa buty w błocie @szlakowo'],
      ['clear', 'Reklama marki @szlakowo', 'Reklama marki @szlakowo. Buty w błocie.'],
      ['ambiguous', '#sponsored', 'Buty w błocie #sponsored'],
      ['ambiguous', '#promo', 'Buty w błocie #promo'],
      ['ambiguous', '#ambasador', 'Buty w błocie #ambasador'],
      ['ambiguous', '#prezent', '#prezent buty w błocie'],
      ['buried', '#reklama', 'Buty #góry #błoto #deszcz #reklama'],
      ['missing', null, 'Reklamacja złożona, czekam na nowe buty'],
      ['missing', null, 'To nie reklama, po prostu lubię te buty', { denied: 'To nie reklama' }],
    ],
  },
  SE: {
    lang: 'sv',
    rows: [
      ['clear', '#reklam', '#reklam kaffe i skogen med @morkrost'],
      ['clear', 'Reklam', 'Reklam för Mörkrost: kaffe i skogen'],
      ['clear', 'ANNONS', 'ANNONS\nKaffe i skogen'],
      ['clear', 'Reklam i betalt samarbete med @morkrost', 'Reklam i betalt samarbete med @morkrost – kaffe i skogen'],
      ['ambiguous', '#samarbete', 'Kaffe i skogen #samarbete @morkrost'],
      ['ambiguous', 'I samarbete med @morkrost', 'I samarbete med @morkrost bjuder vi på kaffe'],
      ['ambiguous', '#ad', 'Kaffe i skogen #ad'],
      ['missing', null, 'Ej reklam, bara gott kaffe', { denied: 'Ej reklam' }],
      ['missing', null, 'Reklamen på tv var rolig i går'],
    ],
  },
  NO: {
    lang: 'no',
    rows: [
      ['clear', 'Reklame', 'Reklame for @fjellull: varm på toppen'],
      ['clear', '#annonse', '#annonse varm på toppen @fjellull', { lang: 'nb' }],
      ['ambiguous', '#spons', 'Varm på toppen #spons'],
      ['ambiguous', 'Takk til @fjellull', 'Takk til @fjellull for genseren'],
      ['ambiguous', '#produktplassering', 'Varm på toppen #produktplassering'],
      ['missing', null, 'Ikke reklame, bare varm', { denied: 'Ikke reklame' }],
    ],
  },
  DK: {
    lang: 'da',
    rows: [
      ['clear', '#reklame', '#reklame kold havn, varm kop @klitkaffe'],
      ['clear', 'Annonce', 'Annonce | kold havn, varm kop'],
      ['ambiguous', '#ad', 'Kold havn, varm kop #ad @klitkaffe'],
      ['ambiguous', '#samarbejde', 'Kold havn, varm kop #samarbejde'],
      ['buried', '#reklame', 'Kold havn #vinter #kaffe #havn #reklame'],
      ['missing', null, 'Kold havn, varm kop @klitkaffe'],
      ['missing', null, 'Jeg så en annonce i avisen og grinede'],
    ],
  },
  FI: {
    lang: 'fi',
    rows: [
      ['clear', 'Mainos', 'Mainos @pakkasyö | talven ensimmäinen lenkki'],
      ['clear', 'Mainos', 'Mainos Lumikenkä | talven ensimmäinen lenkki'],
      ['clear', '#reklam', '#reklam vinterns första runda', { lang: 'sv' }],
      ['ambiguous', '#yhteistyö', 'Talven ensimmäinen lenkki #yhteistyö'],
      ['ambiguous', 'Kaupallinen yhteistyö', 'Kaupallinen yhteistyö: talven ensimmäinen lenkki'],
      ['ambiguous', '#ad', 'Talven ensimmäinen lenkki #ad'],
      ['missing', null, 'Telkkarin mainokset ovat outoja'],
      ['missing', null, 'Ei mainos, tykkään vain', { denied: 'Ei mainos' }],
    ],
  },
  BR: {
    lang: 'pt',
    rows: [
      ['clear', '#publicidade', '#publicidade pão de queijo com @fornalha'],
      ['clear', 'Publi', 'Publi: pão de queijo com @fornalha'],
      ['clear', '#anuncio', '#anuncio pão de queijo'],
      ['clear', 'Parceria paga com Fornalha', 'pão de queijo', { label: 'Parceria paga com Fornalha' }],
      ['ambiguous', '#parceria', 'pão de queijo #parceria @fornalha'],
      ['ambiguous', '#recebidos', 'Olha só #recebidos', { as: 'gift' }],
      ['ambiguous', '#ad', 'pão de queijo #ad'],
      ['missing', null, 'Noite em São Paulo #sp'],
      ['missing', null, 'Não é publi, gente, é amor', { denied: 'Não é publi' }],
    ],
  },
  JP: {
    lang: 'ja',
    rows: [
      ['clear', '#PR', '#PR 朝の一杯が変わった @asagiricoffee'],
      ['clear', '【PR】', '【PR】朝の一杯が変わった'],
      ['clear', '広告', '広告｜朝の一杯が変わった'],
      ['clear', '#プロモーション', '#プロモーション 朝の一杯'],
      ['clear', '#タイアップ', '#タイアップ 朝の一杯'],
      ['clear', '広告', '広告：朝の一杯が変わった'],
      ['clear', 'PR', 'PR 朝の一杯が変わった'],
      [
        'clear',
        'この動画はプロモーションを含みます',
        'この動画はプロモーションを含みます。朝の一杯',
        { on: 'youtube' },
      ],
      [
        'clear',
        '本投稿は@asagiri様より商品の提供を受けて投稿しています',
        '本投稿は@asagiri様より商品の提供を受けて投稿しています。',
        { as: 'gift' },
      ],
      ['ambiguous', '提供', '提供：朝霧珈琲'],
      ['ambiguous', '#アンバサダー', '朝の一杯 #アンバサダー'],
      ['ambiguous', '#ad', '朝の一杯が変わった #ad'],
      ['ambiguous', '#提供', '朝の一杯 #提供', { as: 'gift' }],
      ['buried', '#PR', '朝の一杯 #朝 #珈琲 #暮らし #PR'],
      ['missing', null, '就活で自己PRを書いています'],
      ['missing', null, '広告代理店で働く友だちと朝の一杯'],
      ['missing', null, '広告ではありません。ただ好きなだけ', { denied: '広告ではありません' }],
    ],
  },
  KR: {
    lang: 'ko',
    rows: [
      ['clear', '#광고', '#광고 아침 커피가 달라졌다 @haemokcoffee'],
      ['clear', '[유료광고 포함]', '[유료광고 포함] 아침 커피가 달라졌다'],
      ['clear', '광고', '광고 | 아침 커피가 달라졌다'],
      [
        'clear',
        '해목커피로부터 제품을 제공받아 작성했습니다',
        '해목커피로부터 제품을 제공받아 작성했습니다. 아침 커피!',
        { as: 'gift' },
      ],
      ['clear', '유료 광고 포함', '아침 커피', { on: 'youtube', label: '유료 광고 포함' }],
      ['ambiguous', 'Includes paid promotion', '아침 커피', { on: 'youtube', label: 'Includes paid promotion' }],
      ['clear', '광고', '광고) 아침 커피가 달라졌다'],
      [
        'clear',
        '이에 따른 일정액의 수수료를 제공받습니다',
        '쇼핑 활동의 일환으로, 이에 따른 일정액의 수수료를 제공받습니다.',
        { as: 'affiliate' },
      ],
      ['missing', null, '대가를 받지 않고 쓴 후기, 커피가 달라졌다', { denied: '대가를 받지 않' }],
      ['ambiguous', '#체험단', '아침 커피 #체험단'],
      ['ambiguous', 'Thanks to @haemokcoffee', '아침 커피 Thanks to @haemokcoffee'],
      ['ambiguous', '#Collaboration', '아침 커피 #Collaboration'],
      ['buried', '#협찬', '아침 커피 #커피 #아침 #일상 #협찬'],
      ['buried', '#광고', '아침 커피 #커피 #광고 #일상 #주말'],
      ['buried', '#광고', '아침 커피가 달라졌다\n#광고'],
      ['missing', null, '광고 아님! 그냥 좋아서 올려요', { denied: '광고 아님' }],
      ['missing', null, '아침 커피 #내돈내산', { denied: '#내돈내산' }],
      ['missing', '#광고', '아침 커피', { comment: '#광고' }],
      ['not-needed', null, '광고 회사 다니는 친구', { as: 'none' }],
    ],
  },
  TR: {
    lang: 'tr',
    rows: [
      ['clear', '#işbirliği', '#işbirliği sabah kahvem @kavrukev'],
      ['clear', '#İŞBİRLİĞİ', '#İŞBİRLİĞİ sabah kahvem @kavrukev'],
      ['clear', '#isbirligi', '#isbirligi sabah kahvem @kavrukev'],
      ['clear', '#TANITIM', '#TANITIM sabah kahvem @kavrukev'],
      ['clear', 'Reklam', 'Reklam | sabah kahvem @kavrukev'],
      [
        'clear',
        'Bu video @kavrukev reklamlarını içerir',
        'Bu video @kavrukev reklamlarını içerir. Sabah kahvem!',
        { on: 'youtube' },
      ],
      ['ambiguous', '#ad', 'Sabah kahvem #ad @kavrukev'],
      ['ambiguous', 'Teşekkürler @kavrukev', 'Teşekkürler @kavrukev, kahve nefis'],
      ['missing', null, 'Reklam değil, gerçekten seviyorum', { denied: 'Reklam değil' }],
      ['missing', null, 'Televizyondaki reklamlar çok uzun'],
    ],
  },
  AE: {
    lang: 'ar',
    rows: [
      ['clear', '#إعلان', '#إعلان قهوة الصباح مع @bunhouse'],
      ['clear', '#اعلان', '#اعلان قهوة الصباح'],
      ['clear', '#ad', '#ad morning coffee with @bunhouse', { lang: 'en' }],
      ['ambiguous', '#هدية', 'قهوة الصباح #هدية', { as: 'gift' }],
      ['missing', null, 'إعلان مهم للجميع عن موعد اللقاء'],
      ['missing', null, 'هذا ليس إعلان، فقط أحب القهوة', { denied: 'ليس إعلان' }],
    ],
  },
  SA: {
    lang: 'ar',
    rows: [
      ['clear', '(إعلان)', '(إعلان) قهوة الصباح مع @bunhouse'],
      ['ambiguous', 'شكرا @bunhouse', 'شكرا @bunhouse على القهوة'],
      ['missing', null, 'قهوة الصباح'],
    ],
  },
  CN: {
    lang: 'zh',
    rows: [
      ['clear', '#广告', '#广告 早上的第一杯 @清晨咖啡'],
      ['clear', '【广告】', '【广告】早上的第一杯'],
      ['clear', '本条为广告', '早上的第一杯。本条为广告'],
      ['clear', '广告', '广告 早上的第一杯'],
      ['ambiguous', '感谢@清晨', '感谢@清晨 的咖啡'],
      ['ambiguous', '#合作', '早上的第一杯 #合作'],
      ['ambiguous', '#种草', '早上的第一杯 #种草'],
      ['missing', null, '路边的广告牌太亮了'],
      ['missing', null, '不是广告，真的好喝', { denied: '不是广告' }],
    ],
  },
  EU: {
    lang: 'cs',
    rows: [
      ['clear', '#reklama', '#reklama ranní káva s @zrnko'],
      ['clear', 'Διαφήμιση', 'Διαφήμιση | ο πρωινός καφές', { lang: 'el' }],
      ['clear', 'Hirdetés', 'Hirdetés: reggeli kávé', { lang: 'hu' }],
      ['clear', '#ad', '#ad the morning coffee is on and it is good', { lang: 'en' }],
      ['clear', '#publicidade', '#publicidade o café da manhã', { lang: 'pt' }],
      ['clear', 'Anzeige', 'Anzeige: Kaffee am Morgen', { lang: 'de' }],
      ['ambiguous', '#ad', 'Ranní káva #ad @zrnko'],
      ['ambiguous', '#collab', 'Ranní káva #collab'],
      ['ambiguous', 'Paid partnership', 'Ranní káva', { label: 'Paid partnership' }],
      ['missing', null, 'Ranní káva'],
    ],
  },
}

const guideline = guidelineOf([ruleOf('disclosure')])

function sceneOf(code: string, lang: string, text: string, more: More = {}) {
  const post = postOf(text, {
    lang: more.lang ?? lang,
    platform: more.on ?? 'instagram',
    labelText: more.label ?? null,
    firstComment: more.comment ?? null,
  })
  return { post, context: { jurisdiction: code, relationship: more.as ?? 'paid', partnerId: null } }
}

const rows = Object.entries(WORLD).flatMap(([code, { lang, rows: own }]) =>
  own.map((row) => [code, lang, row] as const),
)

describe('what regulators around the world would say of a caption', () => {
  it('is known for every jurisdiction', () => {
    expect(Object.keys(WORLD).toSorted()).toEqual(jurisdictions.map(({ code }) => code).toSorted())
  })

  it.each(rows)('%s (%s): %j', (code, lang, [status, quote, text, more]) => {
    const { post, context } = sceneOf(code, lang, text, more)
    const { findings } = assess(post, [guideline], context)
    const main = findings.find(({ note, weight }) => weight === 'must' && note !== 'contradiction')
    const denied = findings.find(({ note }) => note === 'contradiction')?.evidence[0]?.quote
    expect({ status: main?.status, quote: main?.evidence[0]?.quote ?? null, denied }).toEqual({
      status,
      quote,
      denied: more?.denied,
    })
  })

  it.each(rows)('%s (%s): %j reads clean once corrected', (code, lang, [, , text, more]) => {
    const { post, context } = sceneOf(code, lang, text, more)
    const corrected = correct(post, [guideline], context)
    const { findings } = assess({ ...post, text: corrected.text }, [guideline], context)
    expect(findings.filter((finding) => isOpen(finding) && finding.weight === 'must')).toEqual([])
  })
})
