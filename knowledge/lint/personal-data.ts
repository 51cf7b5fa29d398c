import type { Entry, Field, LineRange } from '../entry.js'
import { fieldTexts } from './field-texts.js'
import { findingOn, type LintFinding } from './finding.js'

/** Something of one person in a text. Office numbers are `certain: false`: an editor decides. */
export interface PersonalDatum {
  readonly kind: '身份证号' | '手机号' | '银行卡号' | '默认密码'
  /** As it may be shown: middle figures hidden. */
  readonly shown: string
  readonly certain: boolean
}

/** Looks through every text of an entry: title, fields, operator notes, members and steps. */
export function personalDataIn(entry: Entry): { certain: LintFinding[]; doubtful: LintFinding[] } {
  const findings = textsOf(entry).flatMap(({ field, lines, text, where }) =>
    findPersonalData(text, isOfficeField(field)).map((datum) => ({
      certain: datum.certain,
      finding: findingOn(entry, {
        code: datum.certain ? 'personal_data' : 'bad_phone',
        ...(field && { field }),
        message: datum.certain
          ? `${where}中有${datum.kind}（${datum.shown}），必须删除。`
          : `${where}中的${datum.shown}是手机号，请确认是单位公布的服务电话。`,
        ...(lines && { lines }),
      }),
    })),
  )
  return {
    certain: unique(findings.filter(({ certain }) => certain).map(({ finding }) => finding)),
    doubtful: unique(findings.filter(({ certain }) => !certain).map(({ finding }) => finding)),
  }
}

/**
 * Finds identity numbers, mobile numbers, bank cards and default PINs in a text, digits broken by spaces or hyphens
 * included. `office`: the text is a row of contacts, where a mobile number is taken for a service line.
 */
export function findPersonalData(text: string, office = false): PersonalDatum[] {
  const plain = text.normalize('NFKC').replace(/https?:\/\/[\x21-\x7e]+/g, (url) => ' '.repeat(url.length))
  const found: PersonalDatum[] = []
  for (const match of plain.matchAll(RUN)) {
    const figures = match[0].replace(/[^\dX]/gi, '').toUpperCase()
    const kind = kindOf(figures, match[0])
    if (!kind) continue
    const before = plain.slice(Math.max(0, match.index - 16), match.index)
    const served =
      kind === '手机号' && (office ? !PERSON.test(before) : SERVICE.test(before) && !PERSON.test(before))
    found.push({ kind, shown: hide(figures), certain: !served })
  }
  // Identity numbers hidden by halves: region and birthday still stand there.
  for (const match of plain.matchAll(/(?<![\dA-Za-z])[1-8]\d{5}(?:19|20)\d{2}\d{0,4}[*.·]{2,}[\dXx*]{0,4}/g))
    found.push({ kind: '身份证号', shown: hide(match[0]), certain: true })
  for (const match of plain.matchAll(PIN)) found.push({ kind: '默认密码', shown: match[1]!, certain: true })
  return found
}

// Figures with at most one space, hyphen or line break between them; tabs part the cells of a table.
const RUN = /(?<![\dA-Za-z.〔[])\d(?:[ \u00a0\n-]?\d){9,21}(?:[ \u00a0]?[Xx](?![A-Za-z]))?(?![\dA-Za-z])/g

// Codes, amounts and lists of small numbers are not personal: length, region, date and check figure decide.
function kindOf(figures: string, written: string): PersonalDatum['kind'] | undefined {
  // Office landlines: "0777-2833005", also two of them in a row.
  if (
    /^0\d{2,3}[- ]/.test(written) ||
    (/^\d{1,3}(?:[ \n-]\d{1,3}){4,}$/.test(written) && !/^\d(?:[ ]\d)+$/.test(written))
  ) {
    if (/^0/.test(written)) return undefined
  }
  if (isIdentity(figures)) return '身份证号'
  if (/^1[3-9]\d{9}$/.test(figures)) return '手机号'
  if (/^861[3-9]\d{9}$/.test(figures)) return '手机号'
  if (/^(?:62|60|4\d|5[1-5]|3[4-7]|9[0-9])\d{14,17}$/.test(figures) && passesLuhn(figures)) return '银行卡号'
  return undefined
}

const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|7[1]|8[1-3])/

function isIdentity(figures: string): boolean {
  if (!PROVINCE.test(figures)) return false
  if (/^\d{17}[\dX]$/.test(figures)) {
    // A printed sample or a misread figure fails the check, yet it still names a birthday: reported all the same.
    return isDate(Number(figures.slice(6, 10)), figures.slice(10, 12), figures.slice(12, 14))
  }
  return (
    /^\d{15}$/.test(figures) &&
    isDate(1900 + Number(figures.slice(6, 8)), figures.slice(8, 10), figures.slice(10, 12))
  )
}

function isDate(year: number, month: string, day: string): boolean {
  return (
    year >= 1900 && year <= 2035 && /^(?:0[1-9]|1[0-2])$/.test(month) && /^(?:0[1-9]|[12]\d|3[01])$/.test(day)
  )
}

/** The check of ISO/IEC 7812-1, which every bank card number passes and one number in ten by chance. */
function passesLuhn(figures: string): boolean {
  const sum = [...figures].reverse().reduce((total, figure, index) => {
    const value = Number(figure) * (index % 2 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const SERVICE =
  /(?:咨询|服务|联系|办公|值班|投诉|举报|监督|预约|受理|业务)(?:电话|热线|手机|方式)[^\n。；]{0,8}$|(?:热线|窗口电话)[^\n。；]{0,6}$/
const PERSON = /姓名|先生|女士|同志|身份证|本人|申请人|经办人|联系人|来电人|诉求人/
const PIN =
  /((?:初始|默认|缺省|出厂|原始)(?:交易|查询|登录|服务|社保卡|卡|社保)?密码)\s*(?:统一)?(?:为|是|[:：])/g

function isOfficeField(field: Field | undefined): boolean {
  return field === 'phone' || field === 'complaint'
}

function hide(figures: string): string {
  return `${figures.slice(0, 3)}…${figures.slice(-2)}`
}

interface Text {
  readonly where: string
  readonly text: string
  readonly field?: Field
  readonly lines?: LineRange
}

function textsOf(entry: Entry): Text[] {
  const { source, operator = [] } = entry
  const own = fieldTexts(entry).map(([field, text]) => {
    const lines = entry.sections[field]?.lines
    return { where: '正文', text, field, ...(lines && { lines }) }
  })
  const internal = operator.map(({ section, text, lines }) => ({
    where: `内部说明“${section}”`,
    text: `${section}\n${text}`,
    lines,
  }))
  const rest = [
    entry.title,
    ...(entry.aliases ?? []),
    ...(entry.members ?? []).flatMap((member) => [member.name, member.handler ?? '']),
    ...(entry.steps ?? []),
  ].map((text) => ({ where: '标题或结构化内容', text, lines: source.lines }))
  return [...own, ...internal, ...rest]
}

// Steps repeat the field they were read from: one message a number.
function unique(findings: readonly LintFinding[]): LintFinding[] {
  const seen = new Set<string>()
  return findings.filter(({ message }) => {
    const key = message.replace(/^.*?（/, '')
    return !seen.has(key) && seen.add(key)
  })
}
