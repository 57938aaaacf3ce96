import { expect, it } from 'vitest'
import { defaultSettings, settingsSchema } from '../../../lib/domain/settings.ts'

it('what was set before a threshold became a setting is kept, and the new one is at its default', () => {
  const { saturationPercent: _s, moodSigmas: _m, ...older } = { ...defaultSettings.watch, brands: 7 }
  expect(settingsSchema.parse({ ...defaultSettings, watch: older }).watch).toEqual({
    ...defaultSettings.watch,
    brands: 7,
  })
})
