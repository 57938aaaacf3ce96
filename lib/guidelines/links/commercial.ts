import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/normalise.ts'
import { apart } from '../../text/spans.ts'

/**
 * Signs in a caption that somebody is paid by what readers do: a discount code, a share of what is bought, a thing that
 * was given. Rules of our own, precise rather than complete; a caption without one may be paid for all the same.
 */
const SIGNS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:use|with|enter|mit|avec|con|com)?\s?(?:my |meinem |mon |mi )?(?:promo(?:tional)?|discount|coupon|rabatt|voucher|affiliate|referral|gutschein)[ -]?(?:code|codigo|código|link)s?\s?[:"“„]?\s?[\p{Lu}\p{N}]{0,20}/giu,
  /(?<![\p{L}\p{N}])(?:[Cc]ode|CODE|[Cc]ódigo|[Cc]odice)[ :]{1,2}["“„]?[\p{Lu}\p{N}]{4,20}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:gifted by|gift from|sponsored by|in partnership with|partnered with|thanks to)(?: my friends at)? [@\p{Lu}][\p{L}\p{N}_.]{1,40}/gu,
  /(?:https?:\/\/)?(?:www\.)?(?:amzn\.to|liketk\.it|shopmy\.us|rstyle\.me|go\.magik\.ly|shareasale\.com|awin1\.com|prf\.hn|linksynergy\.com|howl\.me)\/[^\s)]{1,100}/giu,
  /https?:\/\/[^\s)]{1,300}[?&](?:aff(?:iliate)?(?:_?id)?|ref(?:erral)?|tag|utm_medium=(?:affiliate|influencer)|irclickid|discount|coupon)=?[^\s)&]{0,60}/giu,
]

/** Where a caption shows such a sign, in order, none over another; the spans are in `text`. */
export function findCommercialSigns(text: string): Span[] {
  const found = SIGNS.flatMap((sign) =>
    [...matchesOf(text, sign)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
  return apart(found, () => false)
}
