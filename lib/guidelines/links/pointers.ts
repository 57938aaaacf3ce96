import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/normalise.ts'
import type { PostView } from '../view.ts'

/** Words that send readers elsewhere for the link: "link in bio". The span is in the normalised caption. */
export interface Pointer extends Span {
  readonly to: 'bio' | 'comment' | 'elsewhere'
}

const LINK = String.raw`(?:links?|lin[ck]s?|url|liens?|enlaces?|länk(?:en|ar)?|lenk[ea]n?|linken|linket|linkk[iu]|linki|linkiem|odkaz|ligações|ссылк\p{L}|линк\p{L}?|посиланн\p{L}|लिंक|الرابط|رابط|اللينك|لينك|לינק|קישור|λινκ|σύνδεσμος|🔗)`
const BIO = String.raw`(?:(?:my|the|our)?bio|bios|biography|biografie|biographie|biograf[ií]a|profile?s?|profilo|perfil|profiel|profilu|opisie|bion|bioen|profilen|biossa(?:ni)?|profiili(?:ssa|ssani)|(?:bio|biyo|biyografi|profil)'?(?:de|da|mde|mda|imde|ımda|ye|ya)|profil\p{L}{1,2}|steckbrief|профил\p{L}|шапк\p{L}(?: профил\p{L})?|описани\p{L}|био|профіл\p{L}|шапці(?: профілю)?|описі|біо|बायो|प्रोफ़ाइल|प्रोफाइल|البايو|بايو|البروفايل|بروفايلي|בביו|בפרופיל|tiểu sử|trang cá nhân)`
const COMMENT = String.raw`(?:comments?|kommentar\p{L}{0,3}|commentaires?|comentarios?|comentários?|commenti|commento|reacties|komentarz\p{L}{0,3}|yorum\p{L}{0,5}|комментари\p{L}{1,2})`
const OTHER = String.raw`(?:story|stories|storys|storyde|highlights?|description|beschreibung|descripción|descrição)`
const GAP = String.raw`[ \t\p{Extended_Pictographic}\ufe0f:>→»"'\-]{1,6}`
/** From the link to where it is, in at most four words of one clause. */
const path = (place: string) =>
  String.raw`${LINK}(?:${GAP}[\p{L}\p{M}@][\p{L}\p{M}\p{N}_.']{0,20}){0,4}?${GAP}#?${place}`

const BOUND = String.raw`(?<![\p{L}\p{M}\p{N}_])`
const END = String.raw`(?![\p{L}\p{M}\p{N}_])`

const PATTERNS: readonly (readonly [Pointer['to'], RegExp])[] = [
  ['bio', new RegExp(`${BOUND}${path(BIO)}${END}`, 'gu')],
  [
    'bio',
    new RegExp(`${BOUND}(?:bio|profile?|profil|biodaki|biyodaki|profildeki|biyografideki)[ -]?linki?${END}`, 'gu'),
  ],
  [
    'bio',
    new RegExp(
      `${BOUND}(?:(?:in|on) (?:my|our)|in (?:meiner|unserer)|dans (?:ma|notre)|en mi|na minha|nella mia|in mijn|i min) (?:bio|profile)${END}`,
      'gu',
    ),
  ],
  [
    'bio',
    new RegExp(
      `#?${BOUND}(?:link|lien|enlace|lenke|länk)(?:in|en|na|i)(?:my|the|our|mi|la|minha)?(?:bio|profile?|perfil)${END}`,
      'gu',
    ),
  ],
  [
    'bio',
    /(?:リンク|url)[^\n。]{0,10}?(?:プロフィール|プロフ|バイオ|bio)|(?:プロフィール|プロフ|バイオ)[^\n。]{0,6}?(?:リンク|url)/gu,
  ],
  ['bio', /(?:프로필|바이오|bio)[^\n.]{0,6}?(?:링크|주소)|(?:링크|주소)[^\n.]{0,6}?(?:프로필|바이오)/gu],
  [
    'bio',
    /(?:链接|連結|鏈接)[^\n。]{0,8}?(?:主页|主頁|简介|簡介|自介|个人资料|個人檔案|bio)|(?:主页|主頁|简介|簡介|自介)[^\n。]{0,4}?(?:链接|連結|鏈接)/gu,
  ],
  ['bio', /ลิ้?งก์(?:อยู่)?(?:ใน|ที่|หน้า)?(?:ไบโอ|โปรไฟล์)/gu],
  ['bio', /बायो में (?:दिए )?लिंक/gu],
  ['comment', new RegExp(`${BOUND}${path(COMMENT)}${END}`, 'gu')],
  [
    'comment',
    /(?:リンク|url)[^\n。]{0,6}?コメント|링크[^\n.]{0,6}?댓글|댓글[^\n.]{0,4}?링크|评论区[^\n。]{0,4}?链接/gu,
  ],
  ['elsewhere', new RegExp(`${BOUND}(?:${path(OTHER)}|swipe up)${END}`, 'gu')],
]

const known = new WeakMap<PostView, readonly Pointer[]>()

/** Every such phrase, those to the profile first, in the order of the caption; looked for once per post. */
export function findPointers(view: PostView): readonly Pointer[] {
  const found = known.get(view) ?? search(view.normal.text)
  known.set(view, found)
  return found
}

function search(text: string): Pointer[] {
  return PATTERNS.flatMap(([to, pattern]) =>
    [...matchesOf(text, pattern)].map((match) => ({ to, start: match.index, end: match.index + match[0].length })),
  )
}
