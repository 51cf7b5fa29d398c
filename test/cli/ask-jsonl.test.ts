import { AskReply, MAX_TEXT } from '../../src/core/ask.js'
import { openScript } from './script.js'

const script = openScript()
const { reply, output } = script
const row = (fields: object) => script.row(fields)

const COVERED = {
  涞源县: '130630',
  内蒙古自治区: '150000',
  鞍山市: '210300',
  钦州市: '450700',
  白银区: '620402',
} as const

// The first line of a file from a Windows editor.
const withMark = script.line('\uFEFF{"id":"mark","text":"失业登记","place":"钦州"}')

beforeAll(() => script.play())

test('a run ends well and says nothing beside its rows', () => {
  expect(script.run()).toMatchObject({ status: 0, stderr: '' })
})

test('every line that is not blank gets one row, and every row that is not an error has the contract’s shape', () => {
  const rows = script.asked().map(output)
  expect(script.run().stdout.split('\n').filter(Boolean)).toHaveLength(rows.length)
  const replies = rows
    .filter((one) => !(one as object).hasOwnProperty('error'))
    .map((one) => AskReply.parse(one))
  expect(replies.length).toBeGreaterThan(50)
  expect(new Set(replies.map(({ kb }) => kb)).size).toBe(1)
  for (const { item, sources, action, text } of replies) {
    expect(text.trim()).not.toBe('')
    expect(item?.place).toBe(item?.region)
    if (action === 'answer') {
      expect(item).not.toBeNull()
      expect(sources).not.toEqual([])
    }
    for (const { lines } of sources) expect(lines[0]).toBeLessThanOrEqual(lines[1])
  }
})

describe('ids and order', () => {
  const ids = ['甲', 'b-2', '甲', '__proto__', '  ', '9'.repeat(500)]
  const lines = ids.map((id) => row({ id, text: '谢谢' }))
  const number = row({ id: 7, text: '谢谢' })
  const none = row({ text: '谢谢' })

  test('an id comes back as it was, in the order asked, twice if given twice', () => {
    expect(lines.map((line) => reply(line).id)).toEqual(ids)
  })
  test('a number is an id as well', () => expect(reply(number).id).toBe('7'))
  test('a row without id is called after its line', () => expect(reply(none).id).toBe(String(none)))
  test('a row without session is a session of its own', () => expect(reply(lines[1]!).session).toBe('b-2'))
})

describe('a session is a conversation', () => {
  const first = row({ id: '1', session: 'laiyuan', text: '失业登记怎么办', place: '涞源' })
  const other = row({ id: '1', session: 'anshan', text: '我在鞍山，失业登记怎么办' })
  const bring = row({ id: '2', session: 'laiyuan', text: '要带什么' })
  const otherBring = row({ id: '2', session: 'anshan', text: '要带什么' })
  const next = row({ id: '3', session: 'laiyuan', text: '就业登记怎么办' })
  const nowhere = row({ id: '1', session: 'choose', text: '失业登记怎么办' })
  const byNumber = row({ id: '2', session: 'choose', text: '1' })
  const nowhereAgain = row({ id: '1', session: 'name', text: '失业登记怎么办' })
  const byName = row({ id: '2', session: 'name', text: '钦州市' })
  const alone = row({ id: 'alone', text: '要带什么' })
  const emptySession = row({ id: 'empty-1', session: '', text: '失业登记', place: '钦州' })
  const emptyAgain = row({ id: 'empty-2', session: '', text: '要带什么' })

  test('"要带什么" asks for the materials of the item spoken of', () => {
    expect(reply(bring)).toMatchObject({
      session: 'laiyuan',
      action: 'answer',
      field: 'materials',
      item: { id: reply(first).item!.id },
    })
    expect(reply(bring).text).toContain('社会保障卡或居民身份证')
  })
  test('the place said once holds for the next question', () => {
    expect(reply(next)).toMatchObject({ action: 'answer', item: { title: '就业登记', region: '130630' } })
  })
  test('conversations side by side do not mix', () => {
    expect(reply(other).item!.region).toBe('210300')
    expect(reply(otherBring)).toMatchObject({ field: 'materials', item: { id: reply(other).item!.id } })
  })
  test('a choice can be made by its number', () => {
    const label = /^1\. (.+)$/m.exec(reply(nowhere).text)![1] as keyof typeof COVERED
    expect(reply(byNumber)).toMatchObject({ action: 'answer', item: { region: COVERED[label] } })
    expect(reply(byNumber).item!.title).toContain('失业登记')
  })
  test('and by its words', () => {
    expect(reply(nowhereAgain).action).toBe('clarify')
    expect(reply(byName)).toMatchObject({ action: 'answer', item: { title: '失业登记', region: '450700' } })
  })
  test('a row without session, or with an empty one, remembers nothing', () => {
    for (const line of [alone, emptyAgain]) {
      expect(reply(line).action).not.toBe('answer')
      expect(reply(line).item).toBeNull()
    }
    expect(reply(emptySession).session).toBe('empty-1')
  })
})

describe('malformed lines are told and the run goes on', () => {
  const bad: readonly [what: string, text: string | Buffer, code: string][] = [
    ['words', '失业登记怎么办', 'ask.not_json'],
    ['half a row', '{"id":"1","text":"失业', 'ask.not_json'],
    ['two rows in one line', '{"text":"谢谢"}{"text":"谢谢"}', 'ask.not_json'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'ask.not_json'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x01]), 'ask.not_json'],
    ['a list', '[{"text":"谢谢"}]', 'ask.bad_row'],
    ['a string', '"失业登记"', 'ask.bad_row'],
    ['a number', '5', 'ask.bad_row'],
    ['null', 'null', 'ask.bad_row'],
    ['no text', '{"id":"1"}', 'ask.bad_row'],
    ['text null', '{"text":null}', 'ask.bad_row'],
    ['text a number', '{"text":12333}', 'ask.bad_row'],
    ['text a list', '{"text":["失业登记"]}', 'ask.bad_row'],
    ['id an object', '{"id":{},"text":"谢谢"}', 'ask.bad_row'],
    ['session a number', '{"session":1,"text":"谢谢"}', 'ask.bad_row'],
    ['place a number', '{"place":450700,"text":"谢谢"}', 'ask.bad_row'],
    ['an unknown channel', '{"channel":"fax","text":"谢谢"}', 'ask.bad_row'],
    ['a time that is none', '{"now":"昨天","text":"谢谢"}', 'ask.bad_row'],
    ['agents that are none', '{"agents":"maybe","text":"谢谢"}', 'ask.bad_row'],
    ['a text that is too long', JSON.stringify({ text: '失'.repeat(MAX_TEXT + 1) }), 'ask.bad_row'],
    ['a place that is too long', JSON.stringify({ place: '钦'.repeat(101), text: '谢谢' }), 'ask.bad_row'],
    ['a place that is none', '{"place":"火星","text":"失业登记"}', 'ask.unknown_place'],
    ['a code that is none', '{"place":"999999","text":"失业登记"}', 'ask.unknown_place'],
  ]
  const said = bad.map(([what, text, code]) => ({ what, code, line: script.line(text) }))
  // Blank lines are counted, so that an editor's line number is the one told.
  script.line('')
  script.line('  \t ')
  const after = script.line('没有引号')
  const good = row({ id: 'after', text: '失业登记', place: '钦州' })

  test.each(said)('$what: $code', ({ code, line }) => {
    expect(output(line)).toEqual({ error: { code, message: expect.stringMatching(/./) as string }, line })
  })
  test('line numbers count blank lines too', () => expect(output(after)).toMatchObject({ line: after }))
  test('the next good row is answered', () => expect(reply(good).item!.region).toBe('450700'))
  test('an error does not repeat a text back', () => {
    for (const { line } of said) expect(JSON.stringify(output(line)).length).toBeLessThan(500)
  })
})

describe('odd texts get a reply like any other', () => {
  const place = '钦州'
  const empties = ['', ' ', '\n\t', '\u3000\u3000'].map((text) => row({ text, place }))
  const image = row({ text: '', media: 'image' })
  const longest = row({ text: '失'.repeat(MAX_TEXT) })
  const hundredKilobytes = row({ text: '失业登记怎么办，'.repeat(4300), place })
  const noise = row({ text: 'q'.repeat(4900), place })
  const control = row({ text: '\u0000\u0007\u001b[31m失业登记\u0008\u007f怎么办', place })
  const separators = row({ text: '失业登记\u2028怎么办\u2029\u0085', place })
  const escaped = script.line(
    '{"id":"\\ud800","session":"\\udfff","text":"\\ud83d失业登记怎么办","place":"钦州"}',
  )
  const raw = script.line(
    Buffer.concat([
      Buffer.from('{"id":"raw","place":"钦州","text":"失业登记'),
      Buffer.from([0xed, 0xa0, 0x80, 0xff]),
      Buffer.from('怎么办"}'),
    ]),
  )
  const emoji = row({ text: '😀👨‍👩‍👧🇨🇳', place })
  const withEmoji = row({ text: '失业登记怎么办😭😭', place })
  const marked = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>失业登记',
    '"><svg onload=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}',
    "'; DROP TABLE entries; -- 失业登记",
    '1 OR 1=1 UNION SELECT password FROM users',
    '../../../../etc/passwd',
    '${jndi:ldap://example.invalid/a}',
  ].map((text) => row({ text, place }))
  const withReturn = script.line('{"id":"crlf","text":"失业登记","place":"钦州"}\r')

  test('nothing said is said so', () => {
    for (const line of empties) expect(reply(line)).toMatchObject({ action: 'smalltalk', item: null })
  })
  test('a picture is answered politely', () => expect(reply(image).action).toBe('smalltalk'))
  test('the longest text allowed and 100 kB are replied to, not answered from chance', () => {
    for (const line of [longest, hundredKilobytes, noise]) expect(reply(line).item).toBeNull()
  })
  test.each([
    ['control characters', control],
    ['line separators', separators],
    ['lone surrogates as escapes', escaped],
    ['bytes that are no UTF-8', raw],
    ['emoji at the end', withEmoji],
    ['a carriage return at the end', withReturn],
    ['a byte order mark before', withMark],
  ])('%s do not hide the question', (_, line) => {
    expect(reply(line)).toMatchObject({ action: 'answer', item: { title: '失业登记', region: '450700' } })
  })
  test('an id that is half a character comes back', () => expect(reply(escaped).id).toBe('\ud800'))
  test('emoji alone are no question', () => expect(reply(emoji).item).toBeNull())
  test('control characters never come back', () => {
    expect(reply(control).text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
  })
  test('markup and statements never come back', () => {
    for (const line of marked)
      expect(reply(line).text).not.toMatch(/[<>]|DROP|SELECT|passwd|jndi|constructor/)
  })
})

describe('places', () => {
  const named: readonly [place: string, region: string][] = [
    ['130630', '130630'],
    ['涞源', '130630'],
    ['河北省保定市涞源县', '130630'],
    ['包头', '150000'],
    ['150200', '150000'],
    ['内蒙古', '150000'],
    ['210300', '210300'],
    ['海城', '210300'],
    ['海城市', '210300'],
    ['辽宁鞍山', '210300'],
    ['450700', '450700'],
    ['灵山县', '450700'],
    ['广西钦州', '450700'],
    ['620402', '620402'],
    ['白银区', '620402'],
  ]
  const asked = named.map(([place, region]) => ({ place, region, line: row({ text: '失业登记', place }) }))
  const asRegion = row({ text: '失业登记', region: '钦州市' })
  const GUIDE: Readonly<Record<string, string>> = {
    '450700': '000',
    '130630': '001',
    '620402': '002',
    '150000': '003',
    '210300': '004',
  }

  test.each(asked)('$place is answered from $region alone', ({ region, line }) => {
    const { action, item, sources, candidates } = reply(line)
    expect(['answer', 'clarify']).toContain(action)
    for (const { id } of [...(item ? [item] : []), ...candidates]) expect(id).toMatch(`${region}.`)
    for (const { guide } of sources) expect(guide).toBe(GUIDE[region])
  })
  test('"region" is understood as "place"', () => expect(reply(asRegion).item!.region).toBe('450700'))

  const nanning = [
    row({ text: '失业登记怎么办', place: '南宁' }),
    row({ text: '失业登记怎么办', place: '450100' }),
    row({ text: '我在南宁交的社保，失业登记怎么办' }),
    row({ text: '我在南宁交的社保，失业登记怎么办', place: '钦州' }),
  ]
  test.each(nanning)(
    'a place without a guide is named with a way out, and no other answers for it (line %i)',
    (line) => {
      expect(reply(line)).toMatchObject({ action: 'out_of_scope', item: null, sources: [], candidates: [] })
      expect(reply(line).text).toContain('南宁')
      expect(reply(line).text).toContain('12333')
      expect(reply(line).text).not.toMatch(/钦州|0777|兴桂路/)
    },
  )

  const nowhere = [
    row({ text: '失业登记怎么办' }),
    row({ text: '失业登记怎么办', place: null }),
    row({ text: '失业登记怎么办', place: '' }),
  ]
  test.each(nowhere)('without a place it is asked for, the covered ones offered (line %i)', (line) => {
    expect(reply(line)).toMatchObject({ action: 'clarify', item: null, sources: [] })
    expect(reply(line).text).toContain('参保')
    for (const name of Object.keys(COVERED)) expect(reply(line).text).toContain(name)
  })

  const wide = row({ text: '失业登记怎么办', place: '广西' })
  test('a province of which one city has a guide is asked about', () => {
    expect(reply(wide)).toMatchObject({ action: 'clarify', item: null })
    expect(reply(wide).text).toContain('钦州市')
    expect(reply(wide).text).not.toContain('鞍山')
  })
})

describe('what a row may say beside its text', () => {
  const full = row({
    id: 'full',
    text: '失业登记',
    session: null,
    place: '钦州',
    channel: 'wechat',
    now: '2025-06-01T09:00:00+08:00',
    agents: 'none',
    media: null,
    later: { version: 2 },
  })
  test('everything the contract names, and more, is taken', () => {
    expect(reply(full)).toMatchObject({ id: 'full', session: 'full', action: 'answer' })
  })
})

// Nothing comes after the last line, no line feed either.
const last = row({ id: 'last', text: '谢谢' })
test('the last line needs no line feed', () => expect(reply(last).action).toBe('smalltalk'))
