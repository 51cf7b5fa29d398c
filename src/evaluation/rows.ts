import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CodedError } from '../core/errors.js'

/** A question with one right item: any of these titles (`items`, `also`), each of `facts` standing in the reply. */
export const QuestionRow = z.object({
  id: z.string(),
  /** Short name or code of the place asked in. */
  region: z.string().nullish(),
  ask: z.string(),
  items: z.array(z.string()).default([]),
  also: z.array(z.string()).default([]),
  facts: z.array(z.string()).default([]),
  style: z.string().default('real'),
  /** False where the place's guide does not answer it. */
  answerable: z.boolean().default(true),
})
export type QuestionRow = z.infer<typeof QuestionRow>

/** A question to ask back on, with titles of which at least two must be offered. */
export const AmbiguousRow = z.object({
  id: z.string(),
  region: z.string().nullish(),
  ask: z.string(),
  candidates: z.array(z.string()),
})
export type AmbiguousRow = z.infer<typeof AmbiguousRow>

/** A message that no item answers; `expect_action` holds the right actions, joined by "|". */
export const OutOfScopeRow = z.object({
  id: z.string(),
  region: z.string().nullish(),
  ask: z.string(),
  expect_action: z.string(),
})
export type OutOfScopeRow = z.infer<typeof OutOfScopeRow>

/** What a turn must show; alternatives within a string are joined by "|". */
export const Expectation = z.object({
  action: z.string().nullish(),
  /** Of every group one string must be seen. */
  contains_any: z.array(z.array(z.string())).nullish(),
  not_contains: z.array(z.string()).nullish(),
  /** Title, and the place's code, that an answer must come from. */
  item: z.string().nullish(),
  region: z.string().nullish(),
  /** Counted apart. */
  soft: z.boolean().nullish(),
})
export type Expectation = z.infer<typeof Expectation>

/** A conversation with what is expected of every turn. */
export const DialogRow = z.object({
  id: z.string(),
  title: z.string().default(''),
  channel: z.enum(['web', 'wechat', 'hotline']),
  /** Wednesday morning, in office hours. */
  now: z.string().default('2025-03-05T10:00:00+08:00'),
  agents: z.enum(['available', 'none', 'timeout']).default('available'),
  turns: z.array(
    z.object({ user: z.string(), media: z.string().nullish(), expect: Expectation.default({}) }),
  ),
})
export type DialogRow = z.infer<typeof DialogRow>

/** An evaluation set: a list for each kind of row. */
export interface EvaluationRows {
  readonly questions: readonly QuestionRow[]
  readonly ambiguous: readonly AmbiguousRow[]
  readonly outOfScope: readonly OutOfScopeRow[]
  readonly dialogs: readonly DialogRow[]
}

/**
 * Reads questions.jsonl, ambiguous.jsonl, oos.jsonl and dialogs.jsonl of a folder; a file may be absent.
 * Throws `eval.no_rows` when all are, `eval.bad_row` with file and line on the first row that does not fit.
 */
export function readEvaluationRows(folder: string): EvaluationRows {
  const rows = {
    questions: readRows(folder, 'questions.jsonl', QuestionRow),
    ambiguous: readRows(folder, 'ambiguous.jsonl', AmbiguousRow),
    outOfScope: readRows(folder, 'oos.jsonl', OutOfScopeRow),
    dialogs: readRows(folder, 'dialogs.jsonl', DialogRow),
  }
  if (Object.values(rows).every((list) => list.length === 0))
    throw new CodedError('eval.no_rows', `这个文件夹里没有评测数据 · no evaluation rows in ${folder}`, folder)
  return rows
}

function readRows<Row>(folder: string, name: string, schema: z.ZodType<Row>): Row[] {
  const file = join(folder, name)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() ? [parseRow(line, `${name}:${index + 1}`, schema)] : []))
}

function parseRow<Row>(line: string, where: string, schema: z.ZodType<Row>): Row {
  try {
    return schema.parse(JSON.parse(line))
  } catch (error) {
    const why =
      error instanceof z.ZodError
        ? error.issues.map(({ path, message }) => `${path.join('.') || 'row'}: ${message}`).join('; ')
        : '这一行不是 JSON · not JSON'
    throw new CodedError('eval.bad_row', `${where} ${why}`, line)
  }
}
