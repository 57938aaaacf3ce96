import { defineContentScript } from 'wxt/utils/define-content-script'
import styles from '../../components/card.css?inline'
import { openCard } from '../../components/open-card.tsx'
import ownStyles from '../../components/PostCardView.css?inline'
import { offerCard } from '../../lib/overlay/card-slot.ts'

/** Injected when a badge is first pressed: what only an opened card needs stays out of every page. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    offerCard((request) => openCard(request, styles + ownStyles, ctx.signal), ctx.signal)
  },
})
