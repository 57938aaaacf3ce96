import * as z from 'zod/mini'

/** How a creator likes to be written to. */
export const preferredChannels = ['email', 'dm', 'whatsapp', 'telegram', 'call', 'other'] as const
export type PreferredChannel = (typeof preferredChannels)[number]

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const hours = z.number().check(z.gt(0), z.lte(2_000))

/** When somebody works, on the clocks of their zone. The same hours on each of the days; never past midnight. */
export const workingHoursSchema = z
  .object({
    /** IANA zone. */
    timeZone: z.string().check(z.minLength(1), z.maxLength(60)),
    /** 1 is Monday. */
    days: z.array(z.number().check(z.int(), z.gte(1), z.lte(7))).check(z.minLength(1), z.maxLength(7)),
    from: clock,
    to: clock,
  })
  .check(z.refine(({ from, to }) => from < to))
export type WorkingHours = z.infer<typeof workingHoursSchema>

/** Who is asked next where no answer comes, and after how many hours of waiting. */
export const ladderStepSchema = z.object({ role: z.string().check(z.minLength(1), z.maxLength(60)), afterHours: hours })
export type LadderStep = z.infer<typeof ladderStepSchema>

/** How to be in touch with one creator (relationship.md B4). */
export const communicationProtocolSchema = z.object({
  channel: z.nullable(z.enum(preferredChannels)),
  /** The e-mail address, number or name to write to. */
  address: z.string().check(z.maxLength(320)),
  hours: z.nullable(workingHoursSchema),
  /** Hours within which an answer is expected, on the clock of the working hours where there are any. */
  replyHours: z.nullable(hours),
  /** In the order of their hours. */
  ladder: z.array(ladderStepSchema).check(z.maxLength(6)),
})
export type CommunicationProtocol = z.infer<typeof communicationProtocolSchema>
