import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { AskRow } from '../core/ask.js'
import type { Conversation } from '../core/conversation.js'
import { CodedError } from '../core/errors.js'
import { ask } from '../dialogue/ask.js'
import { explain, renderExplanation } from '../dialogue/explain.js'
import { openTools } from '../server/open-tools.js'

/** `wenban ask TEXT`: prints the reply as a person would read it. */
export function askOnce(text: string, place: string | undefined): void {
  const { reply } = ask(openTools(), { text, place }, 'cli')
  console.log(reply.text)
}

/** `wenban ask --explain TEXT`: why the question is understood as it is. */
export function explainOnce(text: string, place: string | undefined): void {
  console.log(renderExplanation(explain(openTools(), text, place)))
}

/** `wenban ask --jsonl`: a row in, a row out, in order; a bad row gives an error row and the run goes on. */
export async function askLines(input: Readable, output: Writable): Promise<void> {
  const tools = openTools()
  const sessions = new Map<string, Conversation>()
  let line = 0
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line++
    if (!text.trim()) continue
    await write(output, answerLine(text, line))
  }

  function answerLine(text: string, line: number): object {
    try {
      const row = AskRow.parse(parseJson(text))
      const id = row.id ?? String(line)
      const known = row.session ? sessions.get(row.session) : undefined
      const { reply, conversation } = ask(tools, row, id, known)
      if (row.session) sessions.set(row.session, conversation)
      return reply
    } catch (error) {
      return { error: describe(error), line }
    }
  }
}

function parseJson(text: string): unknown {
  try {
    // Windows editors put a byte order mark before the first line.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new CodedError('ask.not_json', '这一行不是 JSON · this line is not JSON')
  }
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof CodedError) return { code: error.code, message: error.message }
  if (error instanceof z.ZodError) {
    const wrong = error.issues.map(({ path, message }) => `${path.join('.') || 'row'}: ${message}`)
    return { code: 'ask.bad_row', message: wrong.join('; ') }
  }
  return { code: 'ask.failed', message: '这一句没能处理 · this row could not be answered' }
}

/** Writes one line and waits until the reader has taken it, so that memory does not grow with a slow one. */
function write(output: Writable, row: object): Promise<void> {
  return new Promise((done, fail) =>
    output.write(`${JSON.stringify(row)}\n`, (error) => (error ? fail(error) : done())),
  )
}
