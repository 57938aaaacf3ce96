import { registrable } from '../../text/address.ts'
import type { Address } from '../../text/address.ts'

/**
 * Hosts whose addresses hide where they lead: shorteners, shops' and sites' own short names, and pages that are
 * lists of links. Our own list of what captions carry (2026-11); what is missing here is "another address".
 */
const SHORT = new Set(
  `bit.ly bitly.com j.mp tinyurl.com t.co goo.gl ow.ly buff.ly is.gd v.gd cutt.ly rebrand.ly rb.gy shorturl.at shorturl.gg t.ly
  tiny.cc tiny.one s.id bl.ink dub.sh dub.co short.io short.gy soo.gd qr.ae trib.al dlvr.it ift.tt adf.ly po.st kutt.it snip.ly
  lnkd.in fb.me ig.me pin.it redd.it youtu.be amzn.to amzn.eu amzn.asia a.co ebay.us etsy.me spoti.fi apple.co shope.ee
  s.shopee.com s.click.aliexpress.com temu.to rstyle.me liketk.it shopltk.com shop-links.co go.magik.ly howl.me howl.link
  shopmy.us go.shopmy.us mavely.app.link bit.do smarturl.it lnk.to ffm.to fanlink.to geni.us urlgeni.us linktr.ee linkin.bio
  lnk.bio bio.link beacons.ai campsite.bio hoo.be koji.to withkoji.com solo.to taplink.cc allmylinks.com stan.store msha.ke
  milkshake.app flow.page direct.me bio.site biolinky.co link.me many.link later.com snipfeed.co instabio.cc linkbio.co
  linkpop.com komi.io pillar.io carrd.co onelink.me app.link page.link url.bio clk.bio zez.am wa.link vk.cc clck.ru u.to
  lit.link htn.to x.gd han.gl me2.kr naver.me me2.do url.cn dwz.cn kisa.link`.split(/\s+/),
)

export function isShortener({ host }: Address): boolean {
  return SHORT.has(host) || SHORT.has(registrable(host)) || SHORT.has(host.split('.').slice(-2).join('.'))
}
