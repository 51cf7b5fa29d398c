import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAllEntries } from '../../knowledge/data-files.js'

const file = join(process.cwd(), '../shared/eval/items.sample.jsonl')
const squeeze = (text: string | undefined) => (text ?? '').replace(/\s+/g, '')

// The sample of verbatim fields is not part of the repository; without it there is nothing to compare with.
;(existsSync(file) ? test : test.skip)(
  'the knowledge reproduces at least 99 % of the sample’s fields',
  () => {
    const entries = new Map(
      readAllEntries().map((entry) => [`${entry.place_name}${squeeze(entry.title)}`, entry]),
    )
    const names: Record<string, string> = { 内蒙古: '内蒙古自治区' }
    let all = 0
    const missed: string[] = []
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const { region, title, fields } = JSON.parse(line) as {
        region: string
        title: string
        fields: Record<string, string>
      }
      const entry = entries.get(`${names[region] ?? region}${squeeze(title)}`)
      for (const [field, text] of Object.entries(fields)) {
        all++
        if (squeeze(entry?.fields[field as 'fee']) !== squeeze(text)) missed.push(`${title} ${field}`)
      }
    }
    expect(all).toBeGreaterThan(700)
    expect({ share: 1 - missed.length / all, missed }).toMatchObject({ missed: [] })
  },
)
