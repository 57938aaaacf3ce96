/** Pictures as data: addresses, so that no page asks the network for anything. */
const svg = (body: string, width: number, height: number): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${body}</svg>`)}`

const hueOf = (seed: string): number => Array.from(seed).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 360, 7)

/** A round portrait: the first letter on the account's colour. */
export function avatar(handle: string): string {
  const hue = hueOf(handle)
  const letter = handle
    .charAt(0)
    .toUpperCase()
    .replace(/[^A-Z0-9]/, '·')
  return svg(
    `<rect width="64" height="64" fill="hsl(${hue} 45% 42%)"/><text x="32" y="43" font-family="sans-serif" font-size="32" fill="#fff" text-anchor="middle">${letter}</text>`,
    64,
    64,
  )
}

/** A landscape: sky, sun, two ridges, in colours that depend on what the picture is of. */
export function picture(of: string): string {
  const hue = hueOf(of)
  return svg(
    `<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="hsl(${hue} 60% 72%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360} 70% 88%)"/></linearGradient></defs>` +
      `<rect width="640" height="480" fill="url(#s)"/><circle cx="${120 + hue}" cy="150" r="46" fill="#fff" opacity=".8"/>` +
      `<path d="M0 330 150 190l110 90 130-150 250 210v140H0z" fill="hsl(${(hue + 200) % 360} 25% 48%)"/>` +
      `<path d="M0 400 190 300l160 70 140-60 150 80v90H0z" fill="hsl(${(hue + 160) % 360} 30% 32%)"/>`,
    640,
    480,
  )
}

/** The emoji of the sample, which some sites show as a picture with the emoji as its alternative text. */
export const heart = svg('<path fill="#e0245e" d="M12 21 3 12a5 5 0 0 1 9-5 5 5 0 0 1 9 5z"/>', 24, 24)

export type IconName = 'heart' | 'bubble' | 'repeat' | 'plane' | 'flag' | 'eye' | 'dots' | 'pin' | 'check' | 'star'

/** Plain outlines of our own, one path each on a 24 px grid. */
export const icons: Readonly<Record<IconName, string>> = {
  heart: 'M12 20 4 12a5 5 0 0 1 8-6 5 5 0 0 1 8 6z',
  bubble: 'M4 5h16v11H10l-4 4v-4H4z',
  repeat: 'M5 9h11l-3-3m6 9H8l3 3',
  plane: 'M4 11 20 4l-6 16-3-7z',
  flag: 'M6 3h12v18l-6-5-6 5z',
  eye: 'M2 12s4-6 10-6 10 6 10 6-4 6-10 6-10-6-10-6zm10-2a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  pin: 'M9 3h6l-1 7 3 4H7l3-4zm3 11v7',
  check: 'm6 12 4 4 8-9',
  star: 'm12 3 2.6 6 6.4.6-4.9 4.2 1.5 6.4L12 16.8 6.4 20.2l1.5-6.4L3 9.6 9.4 9z',
}
