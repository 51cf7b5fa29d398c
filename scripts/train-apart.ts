import { fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HeadsData } from '../intents/model/train.js'
import { HEAD_PARTS } from '../intents/training.js'

/** The wordings left out of training: every `of`-th of a class, from the `fold`-th on. */
export interface Fold {
  readonly fold: number
  readonly of: number
}

/** Trains every part of the heads (without a fold, if one is given), each in a process of its own. */
export function trainApart(fold?: Fold): Promise<HeadsData[]> {
  return Promise.all(HEAD_PARTS.map((_, part) => trainPartApart(part, fold)))
}

function trainPartApart(part: number, fold: Fold | undefined): Promise<HeadsData> {
  // A file that is run does not map .js to .ts as imports do: it is named as it stands on disk.
  const file = new URL(`train-part${extname(import.meta.filename)}`, import.meta.url)
  const args = [part, ...(fold ? [fold.fold, fold.of] : [])].map(String)
  return new Promise((done, fail) => {
    // "advanced" sends typed arrays as they are.
    const child = fork(fileURLToPath(file), args, { serialization: 'advanced' })
    child.once('message', (heads) => done(heads as HeadsData))
    child.once('error', fail)
    child.once('exit', (code) => {
      if (code !== 0) fail(new Error(`training part ${part} ended with code ${code}`))
    })
  })
}
