import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'
import { packageRoot } from '../../src/core/package-root.js'

const MAIN = join(packageRoot, 'dist/src/cli/main.js')

/** What a run of the command line came to. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the built command line in the package's folder; `npm run build` comes first. */
export const startWenban = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawn(process.execPath, [MAIN, ...args], { cwd: packageRoot, env: { ...process.env, ...env } })

/** Runs the built command line to its end. Output that is not well-formed UTF-8 throws. */
export async function wenban(
  args: readonly string[],
  input: string | Buffer = '',
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  const child = startWenban(args, env)
  const ended = new Promise<number | null>((done) => child.once('close', done))
  child.stdin.on('error', () => {}).end(input)
  const [stdout, stderr, status] = await Promise.all([utf8(child.stdout), text(child.stderr), ended])
  return { status, stdout, stderr }
}

async function utf8(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}
