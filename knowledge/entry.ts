import { z } from 'zod'
import { FIELDS, KINDS } from '../src/core/vocabulary.js'

export const Field = z.enum(FIELDS)
export type Field = z.infer<typeof Field>
export const Kind = z.enum(KINDS)
export type Kind = z.infer<typeof Kind>

/** First and last line in the guide's file, both counted from 1 and included. */
export const LineRange = z.tuple([z.int().positive(), z.int().positive()])
export type LineRange = z.infer<typeof LineRange>

/** Where a text stands: the guide's number ("000" … "004"), its section's own heading, its lines. */
export const Source = z.object({ guide: z.string(), section: z.string().optional(), lines: LineRange })
export type Source = z.infer<typeof Source>

/** One thing to bring. A condition says when ("代办的还需提供"); `any_of` holds alternatives of which one is enough. */
export interface Material {
  readonly name: string
  /** Number of copies, as a figure. */
  readonly copies?: number | undefined
  /** 原件: original handed in · 复印件: copy · 验原件: original is only looked at · 电子: electronic. */
  readonly form?: '原件' | '复印件' | '原件及复印件' | '验原件' | '电子' | undefined
  readonly condition?: string | undefined
  readonly note?: string | undefined
  readonly any_of?: readonly Material[] | undefined
}
export const Material: z.ZodType<Material> = z.object({
  name: z.string().min(1),
  copies: z.int().positive().optional(),
  form: z.enum(['原件', '复印件', '原件及复印件', '验原件', '电子']).optional(),
  condition: z.string().optional(),
  note: z.string().optional(),
  any_of: z.lazy(() => z.array(Material)).optional(),
})

/** A node of the materials' tree: a group under a condition, or a thing to bring. */
export interface MaterialGroup {
  /** The source's own words that say when the group applies; absent: always. */
  readonly condition?: string | undefined
  readonly materials: readonly Material[]
  readonly groups?: readonly MaterialGroup[] | undefined
}
export const MaterialGroup: z.ZodType<MaterialGroup> = z.object({
  condition: z.string().optional(),
  materials: z.array(Material),
  groups: z.lazy(() => z.array(MaterialGroup)).optional(),
})

export const Channel = z.object({
  /** 窗口: at a counter · 网上: web site · 掌上: app or mini-program · 自助: machine · 电话 · 邮寄. */
  type: z.enum(['窗口', '网上', '掌上', '自助', '电话', '邮寄']),
  text: z.string(),
  addresses: z.array(z.string()).optional(),
  urls: z.array(z.string()).optional(),
  apps: z.array(z.string()).optional(),
})
export type Channel = z.infer<typeof Channel>

export const TimeLimit = z.object({
  text: z.string(),
  /** 法定: legal · 承诺: promised to the public, the one residents are told. */
  type: z.enum(['法定', '承诺']).optional(),
  /** When this limit and not another one of the item holds ("线上办理", "大额"). */
  condition: z.string().optional(),
  immediate: z.boolean().optional(),
  working_days: z.number().optional(),
  calendar_days: z.number().optional(),
})
export type TimeLimit = z.infer<typeof TimeLimit>

export const Fee = z.object({
  text: z.string(),
  free: z.boolean().optional(),
  /** In yuan. */
  amount: z.number().optional(),
  unit: z.string().optional(),
})
export type Fee = z.infer<typeof Fee>

export const Phone = z.object({
  /** With area code: "0777-2833005"; without one where the guide gives none ("12333", "5542127"). */
  number: z.string(),
  serves: z.string().optional(),
})
export type Phone = z.infer<typeof Phone>

/** One of the items a bundle packs together, with who handles it in this bundle. */
export const Member = z.object({
  name: z.string(),
  code: z.string().optional(),
  handler: z.string().optional(),
  /** A composite ("含…"): the single items inside. */
  includes: z.array(z.object({ code: z.string().optional(), name: z.string() })).optional(),
})
export type Member = z.infer<typeof Member>

export const FLAG_CODES = [
  'missing_element',
  'duplicate_title',
  'duplicate_code',
  'contradiction',
  'dated',
  'bad_url',
  'bad_phone',
  'foreign_text',
  'source_slip',
  'umbrella',
] as const
/** What an editor must know, and where `reader` is true the resident too. The text itself is never changed. */
export const Flag = z.object({
  code: z.enum(FLAG_CODES),
  field: Field.optional(),
  message: z.string(),
  reader: z.boolean().optional(),
  lines: LineRange.optional(),
})
export type Flag = z.infer<typeof Flag>

/** Text for operators only: internal procedure, risk points, archive rules. Never shown to residents. */
export const OperatorNote = z.object({ section: z.string(), text: z.string(), lines: LineRange })
export type OperatorNote = z.infer<typeof OperatorNote>

/** One entry of the knowledge base: what one place's official guide says about one matter. */
export const Entry = z.object({
  /** Stable and human: "450700.unemployment-benefit". */
  id: z.string().regex(/^\d{6}\.[a-z0-9-]+$/),
  kind: Kind,
  /** GB/T 2260 code of the place whose guide it is. */
  region: z.string().regex(/^\d{6}$/),
  place_name: z.string(),
  title: z.string().min(1),
  code: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  topic: z.string(),
  /** A text that belongs to another entry though it bears a title of its own (操作手册, 告知书, 工作细则). */
  part_of: z.string().optional(),
  /** The guide prints this entry again under another title; the named one answers. */
  duplicate_of: z.string().optional(),
  /** The guide's own chapter it stands in, where the guide has chapters. */
  chapter: z.string().optional(),
  /** Verbatim but for white space, OCR spaces and page marks; line breaks kept. */
  fields: z.partialRecord(Field, z.string()),
  /** Where each field's text stands. */
  sections: z.partialRecord(Field, Source),
  materials: z.array(MaterialGroup).optional(),
  steps: z.array(z.string()).optional(),
  channels: z.array(Channel).optional(),
  time_limits: z.array(TimeLimit).optional(),
  fees: z.array(Fee).optional(),
  phones: z.array(Phone).optional(),
  members: z.array(Member).optional(),
  operator: z.array(OperatorNote).optional(),
  source: Source,
  flags: z.array(Flag).optional(),
})
export type Entry = z.infer<typeof Entry>
