import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { OpenEntry } from '../../knowledge/export.js'
import { groupBy } from '../../src/core/group-by.js'
import { packageRoot } from '../../src/core/package-root.js'
import { FIELDS } from '../../src/core/vocabulary.js'
import { startWenban, wenban, type Run } from './wenban.js'

let exported: Run
let entries: readonly OpenEntry[]
beforeAll(async () => {
  exported = await wenban(['kb', 'export', '--jsonl'])
  entries = exported.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as OpenEntry)
})

const count = (keyOf: (entry: OpenEntry) => string) =>
  Object.fromEntries([...groupBy(entries, keyOf)].map(([key, of]) => [key, of.length]))

describe('kb export', () => {
  test('ends well', () => expect(exported).toMatchObject({ status: 0, stderr: '' }))

  test('has every entry of the five guides', () => {
    expect(count(({ region }) => region)).toEqual({
      '450700': 185,
      '130630': 365,
      '620402': 35,
      '150000': 161,
      '210300': 55,
    })
    expect(count(({ region, kind }) => `${region} ${kind}`)).toEqual({
      '450700 service': 185,
      '130630 service': 365,
      '620402 bundle': 10,
      '620402 speedup': 25,
      '150000 service': 161,
      '210300 service': 36,
      '210300 office': 9,
      '210300 forbidden': 6,
      '210300 deferral': 4,
    })
  })

  test('calls no two entries the same, and each after its place', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    expect(entries.filter(({ id, region }) => !id.startsWith(`${region}.`))).toEqual([])
  })

  test('says by the title what is not a service', () => {
    const prefixes: Readonly<Record<string, string>> = {
      bundle: '一件事',
      speedup: '提速',
      office: '窗口地址',
      forbidden: '禁办',
      deferral: '容缺',
    }
    const wrong = entries.filter(({ kind, title }) =>
      kind === 'service'
        ? /^(一件事|提速|窗口地址|禁办|容缺):/.test(title)
        : !title.startsWith(`${prefixes[kind]!}:`),
    )
    expect(wrong).toEqual([])
  })

  test('names fields as the contract does, none of them empty, each with its lines', () => {
    const wrong = entries.flatMap(({ id, fields, field_sources, source }) => [
      ...Object.entries(fields).flatMap(([field, text]) =>
        (FIELDS as readonly string[]).includes(field) && text.trim() ? [] : [[id, field]],
      ),
      ...[source, ...Object.values(field_sources)].flatMap(({ guide, lines: [from, to] }) =>
        guide === source.guide && from <= to ? [] : [[id, guide, from, to]],
      ),
    ])
    expect(wrong).toEqual([])
  })

  test('holds nothing internal', () => expect(exported.stdout).not.toContain('"operator"'))

  test('keeps line breaks and the things to bring of an item', () => {
    expect(entries.find(({ id }) => id === '450700.unemployment-registration')).toMatchObject({
      title: '失业登记',
      place_name: '钦州市',
      fields: { materials: expect.stringContaining('\n2.填写《失业登记表》') as string },
      materials: expect.arrayContaining([expect.objectContaining({ name: '《失业登记表》' })]) as unknown,
      source: { guide: '000', lines: [3438, 3460] },
    })
  })

  test('stops quietly when its reader has had enough', async () => {
    const child = startWenban(['kb', 'export'])
    let errors = ''
    child.stderr.on('data', (text) => (errors += String(text)))
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((done) => child.once('close', done))
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
  })
})

test('kb schema: a JSON Schema that every exported line satisfies', async () => {
  const { status, stdout } = await wenban(['kb', 'schema'])
  expect(status).toBe(0)
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTuples: false })
  const validate = ajv.compile(JSON.parse(stdout) as object)
  const errorsOf = (entry: unknown) => (validate(entry) ? [] : validate.errors!)
  const wrong = entries.flatMap((entry) => errorsOf(entry).map((error) => [entry.id, error]))
  expect(wrong).toEqual([])
  expect(validate({ ...entries[0], operator: [] })).toBe(false)
  expect(validate({ ...entries[0], id: 'x' })).toBe(false)
})

test('kb lint: nothing that must not go out', async () => {
  const { status, stdout, stderr } = await wenban(['kb', 'lint'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).not.toBe('')
})

describe('kb import', () => {
  const guides = join(packageRoot, '../shared/guides')
  // The guides are not part of the package; their readers are tested on excerpts in test/unit/guides.
  const withGuides = existsSync(guides) ? test : test.skip
  withGuides(
    '--check: the data are what the guides give (needs ../shared/guides)',
    async () => {
      const { status, stdout } = await wenban(['kb', 'import', '--check', '--from', guides])
      expect(stdout).toContain('合计 801 条')
      expect(stdout).not.toMatch(/未交代的行：[1-9]/)
      expect(status).toBe(0)
    },
    20_000,
  )

  test('a folder without guides is told in one line', async () => {
    const { status, stderr } = await wenban([
      'kb',
      'import',
      '--check',
      '--from',
      join(packageRoot, 'nowhere'),
    ])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^import\.no_guide: .+\n$/)
  })
})
