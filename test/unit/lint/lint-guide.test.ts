import type { Entry } from '../../../knowledge/entry.js'
import { lintGuide } from '../../../knowledge/lint/index.js'
import { entryOf, flagsOf } from './entries.js'

const lintOne = (fields: Entry['fields'], about: Partial<Entry> = {}) =>
  flagsOf(lintGuide([entryOf({ ...about, fields })])[0])
const several = (count: number, fields: Entry['fields']) =>
  Array.from({ length: count }, () => entryOf({ fields }))

describe('missing elements', () => {
  const full = {
    conditions: '年满十六周岁。',
    channels: '现场办理',
    time_limit: '5个工作日',
    phone: '0777-2833005',
  }

  test('an element siblings have is missing, one that no sibling has is not', () => {
    const { conditions: _, ...rest } = full
    const linted = lintGuide([...several(5, full), entryOf({ fields: rest }), ...several(4, full)])
    expect(linted.map((entry) => flagsOf(entry).length)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
    expect(flagsOf(linted[5])).toEqual([['missing_element', 'conditions', false]])
  })

  test('a whole chapter without an element is a layout of its own', () => {
    const { conditions: _, ...rest } = full
    const linted = lintGuide([...several(40, full), ...several(9, rest)])
    expect(flagsOf(linted[45])).toEqual([])
  })

  test.each<[string, Entry['fields'], [string, string, boolean][]]>([
    ['no phone yet', { phone: '暂无' }, [['missing_element', 'phone', false]]],
    ['a placeholder', { conditions: '情况属实，材料齐全的。' }, [['missing_element', 'conditions', false]]],
    [
      'online without an address',
      { channels: '线上办理、线下办理' },
      [['missing_element', 'online_url', false]],
    ],
    ['online with an app', { channels: '线上办理：广西人社APP' }, []],
    ['网点 is a counter', { channels: '大厅、网点' }, []],
    ['no days', { time_limit: '按规定办理' }, [['missing_element', 'time_limit', false]]],
    [
      'no street',
      { location: '鞍山市社会保险事业服务中心综合窗口1-7号' },
      [['missing_element', 'location', false]],
    ],
  ])('%s', (_, fields, flags) => {
    expect(lintOne(fields)).toEqual(flags)
  })

  test('未提速 and 未办理 tell residents that no number of days exists', () => {
    const about = { kind: 'speedup', title: '提速:甲' } as const
    expect(lintOne({ time_limit: '未提速', time_limit_before: '无' }, about)).toEqual([
      ['missing_element', 'time_limit', true],
    ])
    expect(lintOne({ time_limit: '未提速', time_limit_before: '7个工作日' }, about)).toEqual([])
  })
})

describe('contradictions', () => {
  test.each<[string, Entry['fields'], [string, string, boolean][]]>([
    [
      'result against limit',
      { time_limit: '12个工作日', result: '15个工作日内告知申请结果。' },
      [['contradiction', 'result', true]],
    ],
    ['result as the limit', { time_limit: '12个工作日', result: '12个工作日内告知' }, []],
    [
      'online, and no site',
      { channels: '现场办理、网上办理。', online_url: '无' },
      [['contradiction', 'online_url', true]],
    ],
    ['offline, and no site', { channels: '线下办理', online_url: '此项业务暂不能在线上办理' }, []],
    [
      'counter only, and a site',
      { channels: '窗口办理。', online_url: 'https://www.gx12333.net/si' },
      [['contradiction', 'channels', true]],
    ],
    ['free, and an amount', { fee: '不收费', materials: '补证工本费20元' }, [['contradiction', 'fee', true]]],
    ['free', { fee: '不收费', conditions: '月收入低于2000元' }, []],
  ])('%s', (_, fields, flags) => {
    expect(lintOne(fields)).toEqual(flags)
  })

  const anshan = { region: '210300', place_name: '鞍山市' }

  test('house numbers of one street that are one figure apart', () => {
    const linted = lintGuide([
      entryOf({ ...anshan, fields: { location: '铁东区莘英路889号' } }),
      entryOf({ ...anshan, fields: { location: '鞍山市铁东区莘英路899号' } }),
      entryOf({ ...anshan, fields: { location: '铁西区三道街81号' } }),
    ])
    expect(linted.map(flagsOf)).toEqual([
      [['contradiction', 'location', true]],
      [['contradiction', 'location', true]],
      [],
    ])
  })
})

describe('dated content', () => {
  test.each<[string, Entry['fields'], [string, string | undefined, boolean][]]>([
    [
      '2022年1月1日至2022年12月31日放宽',
      { conditions: '2022年1月1日至2022年12月31日放宽条件。' },
      [['dated', 'conditions', true]],
    ],
    ['2022—2099年', { conditions: '2022—2099年实施。' }, []],
    ['an example', { location: '（例如：2022年3月-2023年3月为一个周期；2022年3月-2022年9月亦然）。' }, []],
    ['a document', { conditions: '按《2020年1月至2021年2月方案》执行。' }, []],
    ['a cut-off', { materials: '2022年12月之前的毕业生需提供' }, [['dated', 'materials', false]]],
    ['a month of no year', { time_limit: '30个工作日；5月底全面实现' }, [['dated', 'time_limit', true]]],
    ['a month of every year', { summary: '每年4月底前申请', conditions: '在校' }, []],
  ])('%s', (_, fields, flags) => {
    expect(lintOne(fields)).toEqual(flags)
  })

  test('an ended programme is told once, its mention elsewhere only to the editor', () => {
    expect(
      lintOne({ conditions: '2022年1月1日至2022年12月31日期间' }, { title: '一次性留工培训补助申领' }),
    ).toEqual([['dated', undefined, true]])
    expect(lintOne({ materials: '领失业补助金的须提供' })).toEqual([['dated', 'materials', false]])
  })
})

describe('addresses and numbers', () => {
  const site = (url: string) => ({ online_url: url, channels: '网上办理' })
  const urlFlags = (urls: readonly string[]) =>
    lintGuide(urls.map((url) => entryOf({ fields: site(url) }))).map(flagsOf)

  test('the rarer of two spellings is flagged', () => {
    const usual = 'https://nmgrs.12333k.cn/comcalogin/#/comcalogin'
    expect(urlFlags([usual, usual, 'https://nmgrs.12333k.cn/comcallogin/#/comcallogin'])).toEqual([
      [],
      [],
      [['bad_url', 'online_url', true]],
    ])
    const host = 'http://si.12333.gov.cn/'
    expect(urlFlags([host, host, 'http://si.2333.gov.cn/'])[2]).toEqual([['bad_url', 'online_url', true]])
  })

  test('malformed addresses', () => {
    expect(urlFlags(['http：//www.gxrcda.com/'])[0]).toEqual([['bad_url', 'online_url', false]])
    expect(urlFlags(['http://106.74.0.242:7013/form/'])[0]).toEqual([['bad_url', 'online_url', false]])
    expect(urlFlags(['www.gx12333.net'])[0]).toEqual([])
  })

  test('a number one figure off its department', () => {
    const department = '待遇核定和发放部'
    const rows = [...Array.from({ length: 6 }, () => '0777-2851661'), '0777-2851611', '0777-2833005']
    const linted = lintGuide(rows.map((phone) => entryOf({ fields: { department, phone } })))
    expect(linted.map((entry) => flagsOf(entry).length)).toEqual([0, 0, 0, 0, 0, 0, 1, 0])
    expect(linted[6]?.flags?.[0]).toMatchObject({ code: 'bad_phone', reader: true })
  })

  test.each<[string, boolean[]]>([
    ['5542127', [false]],
    ['0777-2820916、2824046', [false]],
    ['0777—2810287', [false]],
    ['0777- 2824046', [false]],
    ['0777-2833189机关事业0777-2857108企业养老', [true]],
    ['12333', []],
    ['0777-2833005，机关事业单位0777-2828451', []],
  ])('phone as written: %s', (phone, readers) => {
    expect(lintOne({ phone })).toEqual(readers.map((reader) => ['bad_phone', 'phone', reader]))
  })

  test('wrong number of figures', () => {
    const linted = lintGuide(
      ['0777-2833005', '0777-2833006', '0777-2833007', '0777-283300'].map((phone) =>
        entryOf({ fields: { phone } }),
      ),
    )
    expect(flagsOf(linted[3])).toEqual([['bad_phone', 'phone', true]])
  })
})

describe('text of elsewhere', () => {
  test('a higher centre’s counter and 自治区本级 in a city’s guide', () => {
    expect(lintOne({ channels: '1.广西壮族自治区社会保险事业管理中心一楼东厅社保卡专窗' })).toEqual([
      ['foreign_text', 'channels', true],
    ])
    expect(lintOne({ conditions: '需要注销自治区本级企业职工养老保险关系的。' })).toEqual([
      ['foreign_text', 'conditions', true],
    ])
  })

  test('another city’s street', () => {
    expect(lintOne({ location: '石家庄市新华区合作路81号' })).toEqual([['foreign_text', 'location', true]])
    expect(lintOne({ location: '钦州市永福西大街51号' })).toEqual([])
  })

  test('a summary copied from the item it names', () => {
    const summary = '工伤职工旧伤复发需要治疗的，提出工伤复发治疗确认。'
    const linted = lintGuide([
      entryOf({ title: '工伤复发治疗申请', fields: { summary, conditions: '符合' } }),
      entryOf({ title: '多重养老关系退费', fields: { summary, conditions: '符合' } }),
    ])
    expect(linted.map(flagsOf)).toEqual([[], [['foreign_text', 'summary', true]]])
  })
})

describe('completing flags', () => {
  const flag = { code: 'contradiction', field: 'result', message: '读者所见', reader: true } as const
  const fields = { time_limit: '12个工作日', result: '15个工作日内告知', phone: '5542127' }

  test('a reader’s flag stays, stays first, and is not told twice', () => {
    const [linted] = lintGuide([entryOf({ fields, flags: [flag] })])
    expect(linted?.flags?.[0]).toEqual(flag)
    expect(flagsOf(linted)).toEqual([
      ['contradiction', 'result', true],
      ['bad_phone', 'phone', false],
    ])
  })

  test('texts stay, and a second run changes nothing', () => {
    const entries = [entryOf({ fields }), entryOf({ fields: { channels: '线上办理', phone: '暂无' } })]
    const once = lintGuide(entries)
    expect(once.map((entry) => entry.fields)).toEqual(entries.map((entry) => entry.fields))
    expect(lintGuide(once)).toEqual(once)
  })

  test('an umbrella is asked for nothing', () => {
    const see = '详见个人申请创业担保贷款、小微企业申请创业担保贷款'
    expect(lintOne({ summary: '两类贷款', fee: see, phone: see, conditions: see })).toEqual([
      ['umbrella', undefined, true],
    ])
    expect(lintOne({ summary: '为规范服务，制定本流程。' })).toEqual([['umbrella', undefined, true]])
  })

  test('shared titles and codes', () => {
    const linted = lintGuide([
      entryOf({ title: '退休（职）申请', code: '1', fields: { conditions: '甲' } }),
      entryOf({ title: '退休(职)申请', code: '1', fields: { conditions: '乙' } }),
    ])
    expect(linted.map(flagsOf)).toEqual(
      Array(2).fill([
        ['duplicate_title', undefined, false],
        ['duplicate_code', undefined, false],
      ]),
    )
  })

  test('slips only reading finds are raised while their words stand', () => {
    const about = { region: '210300', title: '人力资源服务许可审批' }
    expect(lintOne({ online_url: 'www.lnzwfu.gov.cn' }, about)).toEqual([['bad_url', 'online_url', true]])
    expect(lintOne({ online_url: 'www.lnzwfw.gov.cn' }, about)).toEqual([])
  })

  test('a missing measure word and an open bracket', () => {
    expect(lintOne({ time_limit: '20工作日' })).toEqual([['source_slip', 'time_limit', false]])
    expect(lintOne({ conditions: '符合《规定》（第三条' })).toEqual([['source_slip', 'conditions', false]])
    expect(lintOne({ conditions: '1）甲；\n2）乙（丙）' })).toEqual([])
  })
})
