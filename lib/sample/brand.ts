/** The invented brand of the sample: trail food in pouches. */
export const sampleBrand = { name: 'Tarnwell', handle: 'tarnwell', hashtag: 'TarnwellTrail' } as const
