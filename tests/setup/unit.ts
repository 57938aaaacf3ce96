import 'fake-indexeddb/auto'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { beforeEach } from 'vitest'
import { fakeApis } from './fake-apis.ts'
import { createGetMessage } from './get-message.ts'

const getMessage = await createGetMessage('en')

// `fakeBrowser` throws "not implemented" for these; a fresh set per test, so that nothing leaks between tests.
beforeEach(() => {
  fakeBrowser.reset()
  Object.assign(fakeBrowser, fakeApis(getMessage))
})
// Happy-dom's events do not say who made them: in tests a press is a person's, unless it says otherwise.
if (!('isTrusted' in Event.prototype)) Object.defineProperty(Event.prototype, 'isTrusted', { value: true })
// Modules read the APIs while they load, which is before the first `beforeEach`.
Object.assign(fakeBrowser, fakeApis(getMessage))
