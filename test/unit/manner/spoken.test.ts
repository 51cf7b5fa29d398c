import fc from 'fast-check'
import { digitByDigit, spoken } from '../../../src/dialogue/spoken.js'

test.each([
  ['08:30', '上午八点半'],
  ['上午8:30~12:00，下午13:30-17:30', '上午八点半到中午十二点，下午一点半到下午五点半'],
  ['14:05', '下午两点零五分'],
  ['8：00', '上午八点'],
  ['24:00', '晚上十二点'],
  ['12333', '幺二三三三'],
  ['0777-2828452', '零七七七，二八二，八四五二'],
  ['0412-5580303、5596188', '零四幺二，五五八，零三零三、五五九，六幺八八'],
  ['区号-12333', '区号，幺二三三三'],
  ['（区号+12333）', '（区号加幺二三三三）'],
  ['400-123-4567', '四零零，幺二三，四五六七'],
  ['拨打110', '拨打幺幺零'],
  ['110天', '一百一十天'],
  ['12345元', '一万二千三百四十五元'],
  ['1,234.50元', '一千二百三十四点五元'],
  ['2个工作日', '两个工作日'],
  ['2月', '二月'],
  ['第2年', '第二年'],
  ['3-5个工作日', '三到五个工作日'],
  ['5%-10%', '百分之五到百分之十'],
  ['1/3', '三分之一'],
  ['2025-03-05', '二零二五年三月五日'],
  ['2024-2025年', '二零二四到二零二五年'],
  ['人社部发〔2010〕15号', '人社部发〔二零一零〕十五号'],
  ['①窗口办\n②网上办', '第一，窗口办\n第二，网上办'],
  ['1.带身份证', '第一，带身份证'],
  ['□ 身份证', '身份证'],
  ['A4纸2份', 'A4纸两份'],
  ['国家社会保险公共服务平台（si.12333.gov.cn）', '国家社会保险公共服务平台'],
  ['辽宁政务服务网https://ggfw.lnrc.com.cn/ehrss/login/', '辽宁政务服务网'],
  ['20250305-D-1-001AB2', '二零二五，零三零五，D，幺，零零幺AB二'],
  ['身份证4503**********1234', '身份证4503**********1234'],
  ['', ''],
])('%s', (written, said) => {
  expect(spoken(written)).toBe(said)
})

test('digits are read one by one', () => {
  expect(digitByDigit('1029')).toBe('幺零二九')
})

test('never spells an address, never keeps a figure that stands alone, never throws, and said once is said', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '8:30',
      '-',
      '~',
      '0777-2828452',
      '12333',
      '元',
      '年',
      '个',
      '2',
      '，',
      '。',
      '\n',
      '①',
      '(1)',
      '%',
    ),
    fc.constantFrom(
      'https://he.12333.gov.cn/a?b=1',
      'www.12333.gov.cn',
      '您好',
      '2025-13-40',
      '1.2.3',
      '/',
      '０１',
    ),
    fc.nat().map(String),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const said = spoken(parts.join(''))
      expect(said).not.toMatch(/https?:\/\/\S|www\.\w/u)
    }),
    { numRuns: 500 },
  )
  const plainPart = fc.oneof(
    fc.constantFrom('您好', '元', '年', '个工作日', '。', '，', '\n', '拨打'),
    fc.integer({ min: 0, max: 999999 }).map(String),
  )
  fc.assert(
    fc.property(fc.array(plainPart, { maxLength: 20 }), (parts) => {
      const said = spoken(parts.join('、'))
      expect(said).not.toMatch(/\d/u)
      expect(spoken(said)).toBe(said)
    }),
  )
})

test('worst cases take no time', () => {
  const started = performance.now()
  for (const piece of ['1', '1-', '8:30', 'a.', '0', '(1)', '-', ' ', '1.', 'A1-'])
    spoken(piece.repeat(Math.ceil(20_000 / piece.length)))
  expect(performance.now() - started).toBeLessThan(5000)
})
