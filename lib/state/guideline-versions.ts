import { type GuidelineVersion, versionId } from '../domain/guideline-version.ts'
import type { StoreReader } from '../store/interface.ts'

/**
 * Every version of a guideline, oldest first; empty when there is no such guideline. One that was stored before
 * versions were kept, and not changed since, has its present content as the only one.
 */
export async function versionsOf(store: StoreReader, guidelineId: string): Promise<GuidelineVersion[]> {
  const [versions, guideline] = await Promise.all([
    store.guidelineVersions.ofGuideline(guidelineId),
    store.guidelines.get(guidelineId),
  ])
  if (!guideline || versions.some(({ version }) => version === guideline.version)) return versions
  const { version, updatedAt } = guideline
  return [...versions, { id: versionId(guidelineId, version), guidelineId, version, guideline, savedAt: updatedAt }]
}
