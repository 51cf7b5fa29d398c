import type { Entry } from '../../../knowledge/entry.js'
import { channelSteps } from './channel-steps.js'
import { conditionSteps } from './condition-steps.js'
import { planMaterials } from './material-plan.js'
import type { GuidePlan, PlannedStep } from './planned.js'

/** The steps that the entry's own texts give; undefined where it is no service or has nothing to walk. */
export function planGuide(entry: Entry): GuidePlan | undefined {
  if (entry.kind !== 'service') return undefined
  const { fields } = entry
  const has = (['conditions', 'materials', 'channels', 'location', 'process'] as const).some(
    (field) => fields[field],
  )
  if (!has) return undefined
  const { cases, lines } = planMaterials(entry)
  const ways = channelSteps(entry, lines)
  // Where the way decides what to bring, it is asked first.
  const isWayFirst = lines.some(({ when }) => when.some(({ key }) => key === 'channel'))
  const steps: PlannedStep[] = [
    ...conditionSteps(entry),
    ...(isWayFirst ? [...ways, ...cases] : [...cases, ...ways]),
    { key: 'materials', kind: 'materials', lines: [] },
    { key: 'where', kind: 'where', lines: [] },
    { key: 'outcome', kind: 'outcome', lines: [] },
  ]
  return { steps, materials: lines }
}
