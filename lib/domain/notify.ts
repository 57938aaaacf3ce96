import * as z from 'zod/mini'
import { alertIdSchema } from './alert-state.ts'
import { severitySchema } from './guideline.ts'
import { instantSchema, ulidSchema } from './ids.ts'

/** A time of day on this machine's clock, `08:30`. */
const clockSchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** When alerts are told of; every threshold is the mildest severity that counts, null for never. */
export const notifySettingsSchema = z.object({
  /** The number on the toolbar button. */
  badge: z.nullable(severitySchema),
  /** Notifications of the browser. */
  notification: z.nullable(severitySchema),
  /** Nothing is told between these times of day, nor on these days (1 Monday to 7 Sunday); it waits. */
  quiet: z.object({
    from: z.nullable(clockSchema),
    to: z.nullable(clockSchema),
    days: z.array(z.number().check(z.int(), z.gte(1), z.lte(7))).check(z.maxLength(7)),
  }),
  /** Once a day at this time, all that is open in one message. */
  digestAt: z.nullable(clockSchema),
})
export type NotifySettings = z.infer<typeof notifySettingsSchema>

export const defaultNotifySettings: NotifySettings = {
  badge: 'medium',
  notification: null,
  quiet: { from: null, to: null, days: [] },
  digestAt: null,
}

export const webhookShapes = ['slack', 'teams', 'json'] as const
export type WebhookShape = (typeof webhookShapes)[number]

/**
 * Where the team is told, if anywhere: an address that the user typed. Whoever knows such an address can write to the
 * team's channel, so it stays on this machine and is in no export.
 */
export const webhookSchema = z.object({
  id: ulidSchema,
  url: z.string().check(z.maxLength(2_000)),
  shape: z.enum(webhookShapes),
  severities: z.array(severitySchema).check(z.minLength(1), z.maxLength(3)),
  /** Gets the daily digest, too. */
  digest: z.boolean(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: z.nullable(instantSchema),
})
export type Webhook = z.infer<typeof webhookSchema>

const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])$/

/**
 * The address as it will be asked, or null where it may not be: only https, or http to this very machine, and no name
 * or password within.
 */
export function webhookUrl(typed: string): URL | null {
  const url = URL.parse(typed.trim())
  if (!url || url.username !== '' || url.password !== '') return null
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.test(url.hostname)) ? url : null
}

/** The host permission that sending there needs. Match patterns know no port. */
export const originOf = ({ protocol, hostname }: URL): string => `${protocol}//${hostname}/*`

/** One message to a webhook: what was sent, how each try went, and when it is tried again. */
export const sendingSchema = z.object({
  id: ulidSchema,
  webhookId: ulidSchema,
  /** Without path and query, which are the secret part of such an address. */
  host: z.string().check(z.maxLength(300)),
  kind: z.enum(['alert', 'digest', 'test']),
  body: z.string().check(z.maxLength(50_000)),
  tries: z
    .array(
      z.object({
        at: instantSchema,
        /** HTTP status; null where no answer came. */
        status: z.nullable(z.number()),
        /** UTF-8 bytes of what was sent. */
        bytes: z.number(),
      }),
    )
    .check(z.maxLength(50)),
  /** When it is tried next; null once it has arrived or was given up. */
  nextAt: z.nullable(instantSchema),
  state: z.enum(['waiting', 'sent', 'failed']),
  createdAt: instantSchema,
})
export type Sending = z.infer<typeof sendingSchema>

/** An alert that is open, as it was last worked out, and when somebody was told of it. */
export const newsSchema = z.object({
  id: alertIdSchema,
  partnerId: ulidSchema,
  severity: severitySchema,
  /** Null: nobody was told yet. */
  toldAt: z.nullable(instantSchema),
  /** Since when it is open, as Rapport knows. */
  at: instantSchema,
})
export type News = z.infer<typeof newsSchema>
