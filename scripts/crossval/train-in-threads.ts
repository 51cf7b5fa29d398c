import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { HeadsData } from '../../intents/model/heads.js'

/** Which part of the heads to train, and which phrases to leave out (see `splitPhrases`). */
export interface TrainingTask {
  readonly fold: number
  readonly of: number
  readonly part: number
}

/** Trains every part of the heads in a thread of its own, without the fold. */
export function trainInThreads(task: {
  readonly fold: number
  readonly of: number
  readonly parts: number
}): Promise<HeadsData[]> {
  const { fold, of, parts } = task
  return Promise.all(Array.from({ length: parts }, (_, part) => runTask({ fold, of, part })))
}

function runTask(task: TrainingTask): Promise<HeadsData> {
  return new Promise((done, fail) => {
    // A thread does not map .js to .ts as imports do: it is named as it stands on disk.
    const file = `train-fold${extname(import.meta.filename)}`
    const worker = new Worker(new URL(file, import.meta.url), { workerData: task })
    worker.once('message', done)
    worker.once('error', fail)
    worker.once('exit', (code) => {
      if (code !== 0) fail(new Error(`training part ${task.part} ended with code ${code}`))
    })
  })
}
