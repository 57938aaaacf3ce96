/** Words beside the figures of profiles, for the places where no link tells what a number counts. */

const FOLLOWERS =
  /follower|abonné|seguidor|volger|obserwuj|takipçi|подписчик|フォロワー|팔로워|关注者|متابع|följare|følger/iu

export const saysFollowers = (text: string): boolean => FOLLOWERS.test(text)
