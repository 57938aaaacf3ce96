import { i18n } from '#i18n'
import { Paperclip } from 'lucide'
import { useState } from 'preact/hooks'
import type { Post } from '../lib/domain/post.ts'
import type { IncidentView } from '../lib/state/incidents.ts'
import { beginningOf } from '../lib/text/beginning.ts'
import { Button } from './Button.tsx'
import { Select } from './Field.tsx'
import { type Act, Card } from './IncidentCard.tsx'
import { safeLink } from './safe-link.ts'
import { codeWords } from './words.ts'

/** The posts that an incident is about, as captured, and one more to attach: what is visible there fills the matrix. */
export function IncidentPosts({ view: { posts, others, comments }, act }: { view: IncidentView; act: Act }) {
  const [chosen, setChosen] = useState('')
  const attach = async () => {
    if (await act({ kind: 'attach', evidence: [chosen], comment: '' })) setChosen('')
  }
  return (
    <Card id="about" title={i18n.t('incident.postsTitle')}>
      {posts.size === 0 && <p class="soft">{i18n.t('incident.noPosts')}</p>}
      <ul class="list">
        {[...posts.values()].map((post) => (
          <li key={post.id}>
            <div class="grow">
              <p class="theirs">{beginning(post)}</p>
              <p class="soft small">
                {codeWords('site.name', post.platform)} ·{' '}
                {i18n.t('incident.dossier.sample', [comments.get(post.id) ?? 0, shortDay(post.lastSeenAt)])}
                <PostLink post={post} />
              </p>
            </div>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <div class="row">
          <Select
            label={i18n.t('incident.attach')}
            value={chosen}
            options={[
              { value: '', label: i18n.t('incident.choosePost') },
              ...others.map((post) => ({ value: post.id, label: `${shortDay(post.sortAt)} · ${beginning(post)}` })),
            ]}
            onValue={setChosen}
          />
          <Button icon={Paperclip} disabled={chosen === ''} onClick={() => void attach()}>
            {i18n.t('incident.attachIt')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function PostLink({ post: { url } }: { post: Post }) {
  const link = safeLink(url)
  if (link === null) return null
  return (
    <>
      {' · '}
      <a href={link} target="_blank" rel="noreferrer">
        {i18n.t('deliverable.openPost')}
      </a>
    </>
  )
}

const SHORT = 100

const beginning = ({ text, id }: Post): string => beginningOf(text, SHORT) || id

const shortDay = (at: string) => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' })
