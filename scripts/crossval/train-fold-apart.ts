import { fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HeadsData } from '../../intents/model/heads.js'

/** Trains every part of the heads without the fold, each part in a process of its own. */
export function trainFoldApart(fold: number, of: number, parts: number): Promise<HeadsData[]> {
  return Promise.all(Array.from({ length: parts }, (_, part) => trainPartApart(fold, of, part)))
}

function trainPartApart(fold: number, of: number, part: number): Promise<HeadsData> {
  // A file that is run does not map .js to .ts as imports do: it is named as it stands on disk.
  const file = new URL(`train-fold${extname(import.meta.filename)}`, import.meta.url)
  return new Promise((done, fail) => {
    // "advanced" sends typed arrays as they are.
    const child = fork(fileURLToPath(file), [fold, of, part].map(String), { serialization: 'advanced' })
    child.once('message', (heads) => done(heads as HeadsData))
    child.once('error', fail)
    child.once('exit', (code) => {
      if (code !== 0) fail(new Error(`training part ${part} ended with code ${code}`))
    })
  })
}
