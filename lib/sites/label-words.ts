/**
 * Words with which sites label posts, for the places where nothing in the markup tells. They are compared with
 * a whole text node in the label's own place, never searched for in captions.
 */

/** An advertisement that the site itself shows. */
const SPONSORED =
  /^(?:ad|sponsored|promoted|anzeige|gesponsert|commandité|sponsorisé|publicité|publicidade?|patrocinad[oa]|promocionado|sponsorizzato|gesponsord|spons?rad|sponsoreret|sponset|sponzorován[oé]|hirdetés|sponsorizat|sponsorowane|promowane|реклама|χορηγούμενη|sponsorlu|ممول|ממומן|प्रायोजित|bersponsor|may sponsor|được tài trợ|ได้รับการสนับสนุน|広告|プロモーション|광고|프로모션 중|赞助内容|赞助|贊助|廣告)$/iu

/** "Paid partnership", alone or before a brand's name. */
const PARTNERSHIP =
  /^(?:paid partnership|bezahlte (?:werbe)?partnerschaft|(?:partenariat|collaboration) (?:rémunérée?|commerciale?)|(?:colaboración|asociación|alianza) pagada|parceria paga|(?:partnership|collaborazione) (?:pubblicizzata|a pagamento|retribuita)|betaald partnerschap|betalt (?:partnerska[bp]|samarbe(?:te|id|jde))|maksettu (?:kumppanuus|yhteistyö)|płatna współpraca|placené partnerství|platené partnerstvo|fizetett (?:együttműködés|partner)|parteneriat plătit|платн|επί πληρωμή|ücretli ortaklık|kemitraan berbayar|شراكة مدفوعة|שותפות בתשלום|タイアップ|유료 (?:광고|파트너십)|付[费費](?:合作|推广|推廣)|quan hệ đối tác được trả|พาร์ทเนอร์ที่ได้รับ)/iu

/** "AI info" and its like: Meta's label on pictures and videos made or changed by a model. */
const AI =
  /^(?:(?:ai|ki)[ -]?inf\p{L}*|inf\p{L}*[ .](?:\p{L}{1,5}['’ ]){0,2}(?:ia|ai)|сведения об ии|ai\s?(?:情報|정보|信息|资讯|資訊))$/iu

/** "Pinned" on a tile or a comment, also inside a longer name ("Pinned post icon"). */
const PINNED =
  /^(?:pinned|an?gepinnt|angeheftet|fixiert|oben gehalten|épinglée?|fijad[oa]|anclad[oa]|fixad[oa]|fissato|in evidenza|vastgezet|fäst|fastgjort|festet|kiinnitetty|przypięt|připnut|rögzít|fixat|закреп|sabitlen|disematkan|مثب|נעוץ|ピン留め|固定|고정|置顶|置頂|釘選|ghim|ปักหมุด)/iu

/** "Edited", with or without brackets. */
const EDITED =
  /^[(（·\s]*(?:edited|bearbeitet|modifiée?|editad[oa]|modificato|bewerkt|redigera[dt]|redigeret|redigert|muokattu|edytowan[eoy]|upraveno|upravené|szerkesztve|editat|изменено|отредактировано|відредаговано|επεξεργασμένο|düzenlendi|diedit|đã chỉnh sửa|แก้ไขแล้ว|تم التعديل|معدّ?ل|נערך|संपादित|編集済み|수정됨|已编辑|已編輯)[)）\s]*$/iu

export const saysSponsored = (text: string): boolean => SPONSORED.test(text)
export const saysPartnership = (text: string): boolean => PARTNERSHIP.test(text)
export const saysAi = (text: string): boolean => AI.test(text)
export const saysPinned = (text: string): boolean => PINNED.test(text)
export const saysEdited = (text: string): boolean => EDITED.test(text)

/** "Includes paid promotion", as YouTube and Twitch say of a video. */
const PROMOTION =
  /^(?:(?:includes|contains) paid promotion|enthält bezahlte werbung|contient une communication commerciale|incluye promoción pagada|inclui promoção paga|include promozione a pagamento|bevat betaalde promotie)$/iu
/** The word beside a number of followers. */
const FOLLOWERS = /follow|abonn|seguid|fãs|подпис|відстеж|takipçi|フォロワー|팔로워|关注|追隨|粉絲/iu

export const saysPromotion = (text: string): boolean => PROMOTION.test(text)
export const saysFollowers = (text: string): boolean => FOLLOWERS.test(text)
