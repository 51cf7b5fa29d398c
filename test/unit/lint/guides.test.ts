import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Flag } from '../../../knowledge/entry.js'
import { importGuides } from '../../../knowledge/import.js'
import { lintGuide, lintKnowledge } from '../../../knowledge/lint/index.js'

// The guides are not part of the repository; where they lie beside it, what was read in them must be found again.
const folder = join(process.cwd(), '../shared/guides')
const places = existsSync(folder) ? importGuides(folder) : []
const entries = places.flatMap((place) => place.entries)

/** Guide, any line inside the flagged field (or the entry), code, field, whether residents see it. */
const EXPECTED: readonly (readonly [string, number, Flag['code'], Flag['field']?, boolean?])[] = [
  // 钦州市
  ['000', 1474, 'foreign_text', 'conditions', true],
  ['000', 2226, 'bad_phone', 'phone', true],
  ['000', 3190, 'foreign_text', 'channels', true],
  ['000', 3250, 'foreign_text', 'channels', true],
  ['000', 3966, 'contradiction', 'result', true],
  ['000', 4203, 'contradiction', 'result', true],
  ['000', 4752, 'contradiction', 'online_url', true],
  ['000', 132, 'bad_phone', 'phone'],
  ['000', 1050, 'bad_phone', 'phone', true],
  ['000', 5938, 'missing_element', 'phone'],
  ['000', 4995, 'bad_url', 'online_url'],
  ['000', 2947, 'missing_element', 'conditions'],
  ['000', 670, 'dated', undefined, true],
  ['000', 2491, 'dated', 'conditions', true],
  ['000', 2563, 'dated', undefined, true],
  ['000', 2662, 'dated', undefined, true],
  ['000', 2705, 'dated', undefined, true],
  // 涞源县
  ['001', 793, 'duplicate_code'],
  ['001', 846, 'duplicate_code'],
  ['001', 2018, 'umbrella', undefined, true],
  ['001', 6282, 'source_slip', 'channels', true],
  ['001', 7488, 'foreign_text', 'summary', true],
  ['001', 8602, 'foreign_text', 'fee', true],
  ['001', 10983, 'foreign_text', 'summary', true],
  ['001', 12097, 'foreign_text', 'summary'],
  ['001', 12722, 'foreign_text', 'materials', true],
  ['001', 15413, 'foreign_text', 'summary', true],
  ['001', 15491, 'foreign_text', 'location', true],
  ['001', 9033, 'dated', undefined, true],
  // 白银区
  ['002', 316, 'missing_element', 'time_limit', true],
  ['002', 321, 'foreign_text', 'time_limit_before', true],
  ['002', 346, 'dated', 'time_limit', true],
  ['002', 403, 'missing_element', 'time_limit', true],
  ['002', 452, 'missing_element', 'time_limit', true],
  // 内蒙古自治区
  ['003', 5357, 'contradiction', 'channels', true],
  ['003', 7945, 'contradiction', 'channels', true],
  ['003', 10323, 'contradiction', 'channels', true],
  ['003', 8323, 'contradiction', 'conditions', true],
  ['003', 16332, 'foreign_text', 'summary'],
  ['003', 7110, 'foreign_text', 'summary'],
  ['003', 3077, 'foreign_text', 'conditions'],
  ['003', 9593, 'bad_url', 'online_url', true],
  ['003', 10787, 'bad_url', 'online_url', true],
  ['003', 14476, 'bad_url', 'channels', true],
  ['003', 14492, 'bad_url', 'result', true],
  ['003', 14430, 'missing_element', 'phone'],
  ['003', 18181, 'umbrella', undefined, true],
  // 鞍山市
  ['004', 462, 'contradiction', 'location', true],
  ['004', 622, 'contradiction', 'location', true],
  ['004', 392, 'contradiction', 'location'],
  ['004', 220, 'contradiction', 'online_url'],
  ['004', 237, 'contradiction', 'channels', true],
  ['004', 629, 'bad_phone', 'phone'],
  ['004', 518, 'source_slip', 'time_limit'],
  ['004', 569, 'missing_element', 'location'],
  ['004', 455, 'dated', 'materials'],
]

const inside = (line: number, [from, to]: readonly [number, number]) => line >= from && line <= to

;(places.length ? describe : describe.skip)('the five guides (skipped where they are not at hand)', () => {
  for (const [guide, line, code, field, reader = false] of EXPECTED)
    test(`${guide} line ${line}: ${code} ${field ?? ''}`, () => {
      const found = entries
        .filter(({ source }) => source.guide === guide && inside(line, source.lines))
        .flatMap((entry) => (entry.flags ?? []).map((flag) => ({ entry, flag })))
        .filter(({ entry, flag }) =>
          inside(line, (flag.field && entry.sections[flag.field]?.lines) ?? entry.source.lines),
        )
        .map(({ flag }) => [flag.code, flag.field, flag.reader ?? false])
      expect(found).toContainEqual([code, field, reader])
    })

  test('hold no personal data and fit the schema', () => {
    expect(lintKnowledge(entries).errors).toEqual([])
  })

  test('are flagged once for all', () => {
    for (const place of places) expect(lintGuide(place.entries)).toEqual(place.entries)
  })
})
