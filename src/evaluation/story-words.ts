import type { AskRow } from '../core/ask.js'
import { FIELDS, type Action, type Field } from '../core/vocabulary.js'
import { say } from '../dialogue/sentences.js'

/** The keys of a turn that say what its reply must show. */
export const CHECK_KEYS = ['动作', '事项', '地方', '问项', '候选', '含', '不含'] as const
export type CheckKey = (typeof CHECK_KEYS)[number]

/** What a reply does, in a story's words. */
export const ACTION_WORDS: Readonly<Record<string, Action>> = {
  答复: 'answer',
  反问: 'clarify',
  转人工: 'handoff',
  登记: 'register',
  婉拒: 'refuse',
  寒暄: 'smalltalk',
  不在范围: 'out_of_scope',
}

/** Channels in a story's words. */
export const CHANNEL_WORDS: Readonly<Record<string, NonNullable<AskRow['channel']>>> = {
  网页: 'web',
  微信: 'wechat',
  电话: 'hotline',
}

/** Who is on duty, in a story's words; 超时: nobody took a transfer in time. */
export const AGENT_WORDS: Readonly<Record<string, NonNullable<AskRow['agents']>>> = {
  在岗: 'available',
  无人: 'none',
  超时: 'timeout',
}

/** What may come instead of text, in a story's words. */
export const MEDIA_WORDS: Readonly<Record<string, string>> = {
  图片: 'image',
  语音: 'voice',
  表情: 'sticker',
  文件: 'file',
  视频: 'video',
}

/** Fields by the names residents see. */
export const FIELD_WORDS: Readonly<Record<string, Field>> = Object.fromEntries(
  FIELDS.map((field) => [say(`field.${field}`), field]),
)

/** The word of a table for a value; the value itself where there is none. */
export const wordFor = (words: Readonly<Record<string, string>>, value: string): string =>
  Object.keys(words).find((word) => words[word] === value) ?? value
