import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { findOrInstallChromium } from './browser.ts'

// Draws assets/icon/*.png from icon.svg: node tests/harness/bootstrap.mjs tests/harness/icons.ts

const folder = resolve(import.meta.dirname, '../../assets/icon')
const drawing = readFileSync(resolve(folder, 'icon.svg'), 'utf8')

const browser = await chromium.launch({ executablePath: await findOrInstallChromium() })
const page = await browser.newPage()
for (const size of [16, 32, 48, 96, 128]) {
  await page.setViewportSize({ width: size, height: size })
  // In the toolbar the line would be thinner than a pixel and a half.
  const weight = size <= 32 ? '.pulse { stroke-width: 13px }' : ''
  await page.setContent(`<style>body { margin: 0 } svg { display: block } ${weight}</style>${drawing}`)
  writeFileSync(resolve(folder, `${size}.png`), await page.screenshot({ omitBackground: true }))
}
await browser.close()
