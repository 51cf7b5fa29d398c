import { AskReply } from '../../src/core/ask.js'
import { wenban, type Run } from './wenban.js'

/** A script of `wenban ask --jsonl`: lines are said first, all run in one process, then each is looked up by number. */
export function openScript() {
  const lines: Buffer[] = []
  const asked: number[] = []
  let run: Run | undefined
  let outputs = new Map<number, unknown>()

  const output = (line: number): unknown => {
    if (!outputs.has(line)) throw new RangeError(`no output for line ${line}`)
    return outputs.get(line)
  }
  return {
    /** Adds a line as it is; gives its number, counted from 1. */
    line(text: string | Buffer): number {
      lines.push(Buffer.from(text as string))
      if (text.toString().trim()) asked.push(lines.length)
      return lines.length
    },
    row(row: object): number {
      return this.line(JSON.stringify(row))
    },
    async play(): Promise<Run> {
      run = await wenban(
        ['ask', '--jsonl'],
        Buffer.concat(lines.flatMap((line, index) => (index > 0 ? [Buffer.from('\n'), line] : [line]))),
      )
      const rows = run.stdout.split('\n').filter(Boolean)
      outputs = new Map(rows.map((row, index) => [asked[index]!, JSON.parse(row) as unknown]))
      return run
    },
    output,
    /** The reply to a line; throws where it is an error or not in the contract's shape. */
    reply: (line: number): AskReply => AskReply.parse(output(line)),
    asked: (): readonly number[] => asked,
    run: (): Run => run!,
  }
}
