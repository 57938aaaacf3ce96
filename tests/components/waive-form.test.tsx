import { expect, it } from 'vitest'
import { WaiveForm } from '../../components/WaiveForm.tsx'
import { findingOf } from '../lib/health/fixtures.ts'
import { show } from './show.ts'

it('takes what is typed right after it was asked for', () => {
  const place = show(
    <WaiveForm finding={findingOf({})} onWaive={() => Promise.resolve(true)} onCancel={() => undefined} />,
  )
  expect(document.activeElement).toBe(place.querySelector('textarea'))
})
