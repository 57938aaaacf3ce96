import type { Rapport } from './launch.ts'

/** The browser's alarm of this name rings in the worker. */
export async function ring(rapport: Rapport, name: string): Promise<void> {
  await (
    await rapport.worker()
  ).evaluate((alarm) => {
    const { onAlarm } = chrome.alarms as unknown as { onAlarm: { dispatch(alarm: object): void } }
    onAlarm.dispatch({ name: alarm, scheduledTime: Date.now() })
  }, name)
}

/** In the worker, the clock runs ahead by so much from now on, and the alarm of its webhooks rings. */
export async function webhooksLater(rapport: Rapport, minutes: number): Promise<void> {
  // A message starts it where it was ended.
  await rapport.send('sites.sync', {})
  const worker = await rapport.worker()
  await worker.evaluate((ms) => {
    const RealDate = Date
    globalThis.Date = class extends RealDate {
      constructor(...args: [] | [string | number]) {
        if (args.length === 0) super(RealDate.now() + ms)
        else super(args[0])
      }
      static override now() {
        return RealDate.now() + ms
      }
    } as DateConstructor
  }, minutes * 60_000)
  await ring(rapport, 'webhooks')
}
