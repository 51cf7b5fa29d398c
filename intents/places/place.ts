import { readIntentData } from '../data.js'

export type PlaceLevel = 'province' | 'city' | 'county'

/** A division of GB/T 2260: `code` has six digits and implies level and parent, `name` is the official one. */
export interface Place {
  readonly code: string
  readonly name: string
  readonly level: PlaceLevel
}

const table = JSON.parse(readIntentData('places.json')) as {
  /** "450700 钦州市" */
  readonly places: readonly string[]
  /** "450127 横县 450181": old code, old name, the code that took its place. */
  readonly former: readonly string[]
}

/** Every province, city and county of the country by code. */
export const places: ReadonlyMap<string, Place> = new Map(
  table.places.map((line) => {
    const code = line.slice(0, 6)
    return [code, { code, name: line.slice(7), level: levelOf(code) }]
  }),
)

/** Abolished divisions whose code or name people still use: old code → the code that took its place, the old name. */
export const formerPlaces: ReadonlyMap<string, { readonly code: string; readonly name: string }> = new Map(
  table.former.map((line) => {
    const [old, name, code] = line.split(' ') as [string, string, string]
    return [old, { code, name }]
  }),
)

export function levelOf(code: string): PlaceLevel {
  return code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'
}

/** The division one level up, or the province where no city stands between (直辖市, 省直辖县); undefined for a province. */
export function parentOf(code: string): string | undefined {
  if (code.endsWith('0000')) return undefined
  const city = `${code.slice(0, 4)}00`
  return city !== code && places.has(city) ? city : `${code.slice(0, 2)}0000`
}

/** Whether `code` is `upper` itself or lies below it. */
export function isWithin(code: string, upper: string): boolean {
  return code.startsWith(upper.replace(/(?:0000|00)$/, ''))
}

/** What to call a place in a reply: a district carries its city ("鞍山市铁西区") unless it has the city's name ("白银区"). */
export function displayName(code: string): string {
  const place = places.get(code)
  if (!place) throw new RangeError(`no place has the code ${code}`)
  const parent = places.get(parentOf(code) ?? '')
  const needsCity = place.level === 'county' && place.name.endsWith('区') && parent !== undefined
  return needsCity && !place.name.startsWith(parent.name.slice(0, -1)) ? parent.name + place.name : place.name
}
