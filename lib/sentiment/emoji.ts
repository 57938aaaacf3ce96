/**
 * How an emoji or emoticon sounds, on AFINN's scale of -5 to 5. Our own judgement of everyday use in comments;
 * emoji that go both ways (😭 💀 🙏 👀 🔥 with words of either kind) weigh little or nothing.
 */
const VALENCE: readonly (readonly [number, string])[] = [
  [3, '😍 🥰 😘 ❤ 💕 💖 💗 💓 💞 💝 💘 🤩 😻 🧡 💛 💚 💙 💜 🖤 🤍 🤎 🩷 🩵 🫶 ♥ <3'],
  [2, '😊 😀 😃 😄 😁 😆 🙂 ☺ 😇 👏 👍 🙌 🎉 🥳 💯 👌 😋 🤗 😎 ✨ 🏆 💪 :) :-) :D =) :] 😺 🤝 💐 🌹 ⭐ 🌟 ;)'],
  [1, '😂 🤣 🔥 😉 😏 🙏 🤭 😜 😝 🥲 😌 👑 🫡 🥹'],
  [-1, '😬 😐 😑 😒 🤨 😕 🙃 😅 🤷 🫠 🥱 😴 :/ :-/ :|'],
  [-2, '😞 😔 😟 🙁 ☹ 😣 😖 😫 😩 🙄 😢 😥 😰 💔 👎 🤦 😤 :( :-( =( 🤡 🚩 🗑'],
  [-3, '😠 😡 🤬 🤮 🤢 👿 💩 🖕 😾'],
]

const SIGNS = new Map(VALENCE.flatMap(([value, signs]) => signs.split(' ').map((sign) => [sign, value] as const)))

/** Valence of one emoji or emoticon as it stands in a text; 0 for those that weigh nothing. */
export function valenceOfSign(sign: string): number {
  // Skin tones, selectors and what is joined on say nothing of the mood.
  return SIGNS.get(sign) ?? SIGNS.get(String.fromCodePoint(sign.codePointAt(0) ?? 0)) ?? 0
}

export interface Sign {
  readonly start: number
  readonly end: number
  readonly valence: number
}

const SIGN =
  /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}){0,8}|(?<![\p{L}\p{N}])(?:[:=;]-?[)(D\]/|]|<3)(?![\p{L}\p{N}])/gu

/** Every emoji and emoticon of the text with its valence; those not in the list weigh 0. */
export function signsIn(text: string): Sign[] {
  return [...text.matchAll(SIGN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    valence: valenceOfSign(match[0]),
  }))
}
