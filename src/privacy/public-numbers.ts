import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../core/package-root.js'

const services = new Set(
  JSON.parse(
    readFileSync(join(packageRoot, 'src/privacy/data/public-numbers.json'), 'utf8'),
  ) as readonly string[],
)

/** Whether a number (figures only) is a service line everybody may call: 12333, with or without area code, 400, 800. */
export function isServiceNumber(number: string): boolean {
  return services.has(number.replace(/^0\d{2,3}(?=1\d{2,4}$)/, '')) || /^[48]00\d{7}$/.test(number)
}

/**
 * Adds the phones of offices, read from the contact texts of the guides ("0777-2833005、2828451"); known with and
 * without their area code.
 */
export function publicNumbers(contacts: Iterable<string>): (number: string) => boolean {
  const known = new Set<string>()
  for (const contact of contacts)
    for (const [number] of contact.normalize('NFKC').matchAll(LOCAL_OR_MOBILE)) known.add(number)
  return (number) => isServiceNumber(number) || known.has(number.replace(AREA_CODE, ''))
}

const AREA_CODE = /^(?:86|0086)?0(?:10|2\d|[3-9]\d{2})(?=[2-8]\d{6,7}$)/
// An area code may be glued to the number: "07772833005".
const LOCAL_OR_MOBILE = /(?<=(?:^|\D)(?:0(?:10|2\d|[3-9]\d{2}))?)(?:[2-8]\d{6,7}|1[3-9]\d{9})(?!\d)/g
