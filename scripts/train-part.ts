/** A thread of scripts/compile.ts: trains one part of the heads (its number is the worker's data) and writes it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { readPhrases, readTopics } from '../intents/catalogue.js'
import { HEAD_PARTS, trainPart } from '../intents/training.js'
import { packHeads } from '../intents/model/heads-file.js'
import { openSegmenter } from '../intents/segment.js'
import { packageRoot } from '../src/core/package-root.js'

const part = workerData as number
const heads = trainPart(HEAD_PARTS[part]!, readPhrases(), readTopics(), openSegmenter())
writeFileSync(join(packageRoot, 'dist/compiled', `heads-${part}.bin`), packHeads(heads))
