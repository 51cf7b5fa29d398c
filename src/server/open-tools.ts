import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLifeEventReader } from '../../intents/life-events.js'
import type { MatcherJson } from '../../intents/matcher.js'
import { unpackModel } from '../../intents/model/model-file.js'
import { openUnderstander } from '../../intents/understand.js'
import { openKnowledge, type KnowledgeJson } from '../../knowledge/base.js'
import { readLifeEvents } from '../../knowledge/life-events.js'
import { CodedError } from '../core/errors.js'
import { packageRoot } from '../core/package-root.js'
import type { DialogueTools } from '../dialogue/tools.js'
import { publicNumbers } from '../privacy/public-numbers.js'

/** Opens knowledge and understanding from the build's compiled form. Throws `kb.not_built` when there is none. */
export function openTools(): DialogueTools {
  const knowledge = openKnowledge(JSON.parse(readCompiled('knowledge.json').toString()) as KnowledgeJson)
  const contacts = knowledge.entries.flatMap(({ fields }) => [fields.phone ?? '', fields.complaint ?? ''])
  return {
    knowledge,
    understander: openUnderstander(
      JSON.parse(readCompiled('matcher.json').toString()) as MatcherJson,
      unpackModel(readCompiled('model.bin')),
    ),
    lifeEvents: openLifeEventReader(),
    eventsById: readLifeEvents(),
    isPublic: publicNumbers(contacts),
  }
}

function readCompiled(name: string): Buffer {
  const file = join(packageRoot, 'dist/compiled', name)
  if (!existsSync(file))
    throw new CodedError(
      'kb.not_built',
      '知识库尚未编译，请先运行 npm run build · run npm run build first',
      name,
    )
  return readFileSync(file)
}
