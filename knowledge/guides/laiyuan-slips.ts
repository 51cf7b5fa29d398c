import type { Field, Flag } from '../entry.js'
import type { ReadEntry } from './contract.js'

/**
 * Adds to 涞源县's entries the flags its tables show: swapped or foreign rows, references instead of content,
 * codes used twice, broken lists and brackets. The texts stay as they are.
 */
export function flagSlips(entries: readonly ReadEntry[]): readonly ReadEntry[] {
  return entries.map((entry) => {
    const flags = [
      ...umbrella(entry, entries),
      ...sharedCode(entry, entries),
      ...swappedRows(entry),
      ...feeWithoutFee(entry),
      ...copiedSummary(entry, entries),
      ...brokenText(entry),
      ...brokenList(entry),
      ...knownSlips(entry),
    ]
    return flags.length ? { ...entry, flags } : entry
  })
}

type Finding = Omit<Flag, 'lines'>
const at = (entry: ReadEntry, flag: Finding): Flag => {
  const lines = flag.field && entry.sections[flag.field]?.lines
  return lines ? { ...flag, lines } : flag
}

// Slips that only reading finds. Each holds while its words stand in the field: a corrected guide drops the flag.
const KNOWN: readonly (Finding & { readonly item: string; readonly field: Field; readonly words: RegExp })[] =
  [
    {
      // 717: the sentence is broken over two lines.
      item: '000114002002',
      field: 'materials',
      words: /可行性\n报告/,
      code: 'source_slip',
      message: '第（4）项材料在句中断行，应连读为“可行性报告及发展规划”。',
    },
    {
      // 11031: as above.
      item: '132014207014',
      field: 'conditions',
      words: /需求和\n重点/,
      code: 'source_slip',
      message: '第（四）条在句中断行。',
    },
    {
      // 8579: an injury benefit called a pension.
      item: '132014007037',
      field: 'summary',
      words: /申报暂停养老保险待遇/,
      code: 'source_slip',
      message: '事项简述写“暂停养老保险待遇”，本事项是工伤保险定期待遇。',
    },
    {
      // 10978: the summary speaks of another distinction.
      item: '132014207013',
      field: 'summary',
      words: /河北省政府特殊津贴专家/,
      code: 'foreign_text',
      message: '原文的事项简述说的是“河北省政府特殊津贴专家”，与“拔尖人才项目”的简述相同，疑似误抄。',
      reader: true,
    },
    {
      // 11084: the channel's name lacks its last character.
      item: '132014207015',
      field: 'channels',
      words: /互联网电脑$/,
      code: 'source_slip',
      message: '“互联网电脑”疑似缺“端”字。',
    },
    {
      // 12091: yearly assessment and punishment mixed in one summary.
      item: '132014203009',
      field: 'summary',
      words: /年度考核备案/,
      code: 'foreign_text',
      message: '事项简述混入了“考核备案”的内容，本事项是处分决定备案。',
    },
    {
      // 12314: "《事业更改…", "有效地证明", and a "3" without point or line of its own.
      item: '132014203013',
      field: 'materials',
      words: /；3养老保险/,
      code: 'source_slip',
      message: '附件材料未分条，编号“3”无标点，“《事业更改…》”疑似缺字，“有效地证明”疑似错字。',
    },
    {
      // 12709: the materials of the wage items (295, 296).
      item: '132014203023',
      field: 'materials',
      words: /工资表一式三份/,
      code: 'foreign_text',
      message: '原文的申请材料只列工资表，与工资、津贴事项相同，疑似误抄，办理前请电话核实。',
      reader: true,
    },
    {
      // 14519: the point that opens the attachments lacks its colon.
      item: '000114007001',
      field: 'materials',
      words: /附件材料$/m,
      code: 'source_slip',
      message: '“3.附件材料”后缺冒号。',
    },
    {
      // 15407: the summary of 应发工资 (354), while the bank's report is meant.
      item: '131014301019',
      field: 'summary',
      words: /^总包单位/,
      code: 'foreign_text',
      message: '原文的事项简述与“农民工应发工资申报”相同，疑似误抄；受理条件写的是由发放银行申报实发工资。',
      reader: true,
    },
  ]

function knownSlips(entry: ReadEntry): Flag[] {
  return KNOWN.filter(
    ({ item, field, words }) => item === entry.code && words.test(entry.fields[field] ?? ''),
  ).map(({ code, field, message, reader }) =>
    at(entry, { code, field, message, ...(reader ? { reader } : {}) }),
  )
}

// 创业担保贷款申请 (2018): "详见个人申请创业担保贷款、小微企业申请创业担保贷款" instead of content.
function umbrella(entry: ReadEntry, entries: readonly ReadEntry[]): Flag[] {
  const references = Object.values(entry.fields).filter((text) => text.startsWith('详见'))
  const parts = entries.filter(
    (other) => other !== entry && references.some((text) => text.slice(2).includes(other.title)),
  )
  if (!parts.length) return []
  const names = parts.map(({ title }) => `“${title}”`).join('、')
  return [{ code: 'umbrella', message: `本事项是${names}的总称，部分内容见这些事项。`, reader: true }]
}

function sharedCode(entry: ReadEntry, entries: readonly ReadEntry[]): Flag[] {
  const others = entries.filter((other) => other !== entry && other.code === entry.code)
  return others.map(({ title }) => ({
    code: 'duplicate_code',
    message: `事项编码${entry.code}与“${title}”相同。`,
    lines: entry.lines,
  }))
}

// Results are fetched, downloaded or printed; channels are not (6261).
function swappedRows(entry: ReadEntry): Flag[] {
  const delivers = (text = '') => /自取|下载|打印/.test(text)
  const { channels, result } = entry.fields
  if (!channels || !result || !delivers(channels) || delivers(result)) return []
  const message = '原文的“服务渠道”与“结果送达”两栏内容疑似互换。'
  return (['channels', 'result'] as const).map((field) =>
    at(entry, { code: 'source_slip', field, message, reader: true }),
  )
}

// A fee row that says nothing of fees (8602).
function feeWithoutFee({ fields, ...rest }: ReadEntry): Flag[] {
  const fee = fields.fee
  if (!fee || /费|元|免|详见/.test(fee)) return []
  const message = '原文的收费栏没有写明是否收费，内容疑似填错，请电话核实。'
  return [at({ fields, ...rest }, { code: 'foreign_text', field: 'fee', message, reader: true })]
}

// A summary word for word that of another item, whose name it fits and this one's not at all (7483).
function copiedSummary(entry: ReadEntry, entries: readonly ReadEntry[]): Flag[] {
  const summary = entry.fields.summary
  if (!summary || share(entry.title, summary) > 0) return []
  const owner = entries.find(
    (other) => other !== entry && other.fields.summary === summary && share(other.title, summary) >= 0.5,
  )
  if (!owner) return []
  const message = `原文的事项简述与“${owner.title}”完全相同，与本事项无关，疑似误抄。`
  return [at(entry, { code: 'foreign_text', field: 'summary', message, reader: true })]
}

// Which share of a name's pairs of characters stands in a text; words of every service item do not count.
function share(name: string, text: string): number {
  const words = name.replace(/申请|申报|办理|备案|审核/g, ' ')
  const pairs = [...words]
    .map((_, index) => words.slice(index, index + 2))
    .filter((pair) => /^\p{Script=Han}{2}$/u.test(pair))
  return pairs.length ? pairs.filter((pair) => text.includes(pair)).length / pairs.length : 0
}

const BROKEN: readonly (readonly [(text: string) => boolean, string])[] = [
  // 2836: "关于***项目用地". "20××年" and "XX（单位全称）" are blanks to fill in, not slips.
  [(text) => text.includes('***'), '含有“***”占位符。'],
  // 10532: "可适当放宽进2.严格控制…"
  [
    (text) => /\p{Script=Han}\d[.．]\p{Script=Han}/u.test(text),
    '一条的编号接在上一条未完的句子后面，上一条疑似缺字。',
  ],
  // 1471: "﹝202288号", 12551: "（《…》"; width of brackets is often mixed and says nothing.
  [(text) => text.split('\n').some((line) => !balanced(line)), '括号不成对，疑似缺字。'],
]

function brokenText(entry: ReadEntry): Flag[] {
  return (Object.entries(entry.fields) as [Field, string][]).flatMap(([field, text]) =>
    BROKEN.filter(([broken]) => broken(text)).map(([, message]) =>
      at(entry, { code: 'source_slip', field, message }),
    ),
  )
}

function balanced(line: string): boolean {
  const count = (signs: string) => [...line].filter((sign) => signs.includes(sign)).length
  return count('（(') === count('）)') && count('《') === count('》') && count('〔﹝[') === count('〕﹞]')
}

const LISTS: readonly Field[] = ['summary', 'conditions', 'materials']
const NUMERALS = '一二三四五六七八九十'

// About twenty lists mix （1） and （二）, skip a number, or put two points on one line.
function brokenList(entry: ReadEntry): Flag[] {
  return LISTS.flatMap((field) => {
    const text = entry.fields[field] ?? ''
    const shared = /[。；：][（(](?:[一二三四五六七八九十]+|\d+)[）)]/.test(text)
    if (!shared && inSequence(text)) return []
    const message = shared ? '有几条写在同一行。' : '列表编号不连续或写法不一。'
    return [at(entry, { code: 'source_slip', field, message })]
  })
}

function inSequence(text: string): boolean {
  const last: Record<string, number> = {}
  return text.split('\n').every((line) => {
    const mark = /^(?:[（(](?:([一二三四五六七八九十])|(\d+))[）)]|(\d+)[.．](?!\d))/.exec(line)
    if (!mark) return true
    const style = mark[1] ? '（一）' : mark[2] ? '（1）' : '1.'
    const number = mark[1] ? NUMERALS.indexOf(mark[1]) + 1 : Number(mark[2] ?? mark[3])
    const follows = number === 1 || number === (last[style] ?? 0) + 1
    last[style] = number
    return follows
  })
}
