import { z } from 'zod'
import { normalizePlace } from '../../intents/places/index.js'
import type { Check, Story, StoryTurn } from './story.js'
import {
  ACTION_WORDS,
  AGENT_WORDS,
  CHANNEL_WORDS,
  CHECK_KEYS,
  FIELD_WORDS,
  MEDIA_WORDS,
} from './story-words.js'

const text = z.string({ error: missingOr('这里要写成文字') })
const words = (table: Readonly<Record<string, unknown>>) =>
  text.refine((word) => Object.hasOwn(table, word), { error: `只能写：${Object.keys(table).join('、')}` })
const time = text.refine((value) => beijing(value) !== undefined, {
  error: '时间要写成 2025-03-05 10:00（北京时间）',
})
const place = text.refine((name) => normalizePlace(name).kind !== 'unknown', { error: '不认识这个地名' })

/** One value, several joined by "|", each of the given sort. */
const anyOf = (one: z.ZodType<string, string>) => text.transform(split).pipe(z.array(one).min(1, '不能为空'))
/** A value or a list of them, each to be met. */
const each = z.union([text.transform((value) => [value]), z.array(text)], {
  error: missingOr('这里要写成文字，或用 [ ] 括起的几段文字'),
})

const TurnText = strict({
  问: text,
  发来: words(MEDIA_WORDS).optional(),
  时间: time.optional(),
  坐席: words(AGENT_WORDS).optional(),
  选定地区: place.optional(),
  动作: anyOf(words(ACTION_WORDS)).optional(),
  事项: anyOf(text).optional(),
  地方: anyOf(place).optional(),
  问项: anyOf(words(FIELD_WORDS)).optional(),
  候选: each.optional(),
  含: each.optional(),
  不含: each.optional(),
})

/** A story as its author writes it; every scalar is text. */
export const StoryText = strict({
  故事: text.min(1, '故事要有名字'),
  渠道: words(CHANNEL_WORDS).default('网页'),
  // Wednesday morning, in office hours.
  时间: time.default('2025-03-05 10:00'),
  坐席: words(AGENT_WORDS).default('在岗'),
  选定地区: place.optional(),
  对话: z
    .array(TurnText, { error: missingOr('“对话”下面要一句一行，每句以“- 问:”开头') })
    .min(1, '“对话”里一句也没有'),
})
export type StoryText = z.infer<typeof StoryText>

/** The author's words as the runner's data; `lineAt` knows where each stands. */
export function toStory(
  { 故事, 渠道, 时间, 坐席, 选定地区, 对话 }: StoryText,
  file: string,
  lineAt: (path: readonly PropertyKey[]) => number,
): Story {
  return {
    name: 故事,
    file,
    line: lineAt([]),
    channel: CHANNEL_WORDS[渠道]!,
    now: beijing(时间)!,
    agents: AGENT_WORDS[坐席]!,
    ...(选定地区 !== undefined && { place: 选定地区 }),
    turns: 对话.map((turn, index) => toTurn(turn, (path) => lineAt(['对话', index, ...path]))),
  }
}

function toTurn(turn: z.infer<typeof TurnText>, lineAt: (path: readonly PropertyKey[]) => number): StoryTurn {
  const { 问, 发来, 时间, 坐席, 选定地区 } = turn
  const checks = CHECK_KEYS.flatMap((key): Check[] => {
    const value = turn[key]
    if (value === undefined) return []
    const isList = key === '候选' || key === '含' || key === '不含'
    if (!isList) return [{ key, anyOf: value, line: lineAt([key]) }]
    return value.flatMap((one, index): Check[] => {
      const line = lineAt([key, index])
      // "Not a or b" means neither.
      return key === '不含'
        ? split(one).map((word) => ({ key, anyOf: [word], line }))
        : [{ key, anyOf: split(one), line }]
    })
  })
  return {
    line: lineAt([]),
    text: 问,
    checks,
    ...(发来 !== undefined && { media: MEDIA_WORDS[发来]! }),
    ...(时间 !== undefined && { now: beijing(时间)! }),
    ...(坐席 !== undefined && { agents: AGENT_WORDS[坐席]! }),
    ...(选定地区 !== undefined && { place: 选定地区 }),
  }
}

/** "2025-03-05 10:00" as RFC 3339 in Beijing time; undefined where there is no such time. */
function beijing(value: string): string | undefined {
  const [, day, minute] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(value.trim()) ?? []
  if (!day || !minute) return undefined
  const utc = new Date(`${day}T${minute}:00Z`)
  // 31 February is no day, though a Date makes it one in March.
  const isReal = !Number.isNaN(utc.getTime()) && utc.toISOString().startsWith(`${day}T${minute}`)
  return isReal ? `${day}T${minute}:00+08:00` : undefined
}

function split(value: string): string[] {
  return value
    .split(/[|｜]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape).join('、')
  return z.strictObject(shape, {
    error: ({ code, keys: unknown }) =>
      code === 'unrecognized_keys'
        ? `不认识“${unknown.join('”“')}”；这里可以写：${keys}`
        : '这里要写成“键: 值”（冒号用英文冒号，后面空一格）',
  })
}

/** The message for a wrong value, or that the key is not there at all. */
function missingOr(message: string): z.core.$ZodErrorMap {
  return ({ input, path }) => (input === undefined ? `缺少“${String(path?.at(-1) ?? '')}”` : message)
}
