import type { Entry, Field } from '../entry.js'
import { readChannels } from './channels.js'
import { readFees } from './fee.js'
import { readMaterialGroups } from './materials.js'
import { readPhones } from './phone.js'
import { readSteps } from './steps.js'
import { readTimeLimits } from './time-limit.js'

export { readChannels } from './channels.js'
export { readFees } from './fee.js'
export { readMaterialGroups } from './materials.js'
export { readPhones } from './phone.js'
export { readSteps } from './steps.js'
export { readTimeLimits } from './time-limit.js'
export { findUrls, type FoundUrl, type UrlProblem } from './url.js'

type Structured = Pick<Entry, 'materials' | 'steps' | 'channels' | 'time_limits' | 'fees' | 'phones'>

/** Reads an entry's verbatim fields into their structured parts; a part with nothing in it is left out. */
export function structureEntry(fields: Partial<Record<Field, string>>): Structured {
  const parts = {
    materials: readMaterialGroups(fields.materials ?? ''),
    steps: readSteps(fields.process ?? ''),
    channels: readChannels(fields),
    time_limits: readTimeLimits(fields.time_limit ?? ''),
    fees: readFees(fields.fee ?? ''),
    phones: readPhones(fields.phone ?? ''),
  }
  return Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length))
}
