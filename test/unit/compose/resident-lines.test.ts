import { residentLines } from '../../../src/dialogue/compose/resident-lines.js'

test('sections for the staff are left out with all below them', () => {
  expect(
    residentLines([
      '6.1 申请',
      '带材料到窗口。',
      '6.2 审核',
      '核对材料。',
      '6.2.1 初审要求',
      '不齐的退回。',
      '6.3 送达',
      '短信通知。',
    ]),
  ).toEqual(['6.1 申请', '带材料到窗口。', '6.3 送达', '短信通知。'])
})

test('a section is over only where a number outside it begins', () => {
  expect(
    residentLines(['6.2 受理', '前台核验。', '6.2.1 申请', '仍是内部。', '7.1 领取', '到窗口领取。']),
  ).toEqual(['7.1 领取', '到窗口领取。'])
  expect(residentLines(['6.2 受理', '前台核验。', '6.20 申请', '到窗口。'])).toEqual([
    '6.20 申请',
    '到窗口。',
  ])
})

test('which buttons a clerk presses is nobody’s business, wherever it stands', () => {
  expect(
    residentLines(['填写申请表。', '点击“业务办理”进入子系统。', '勾选人员后提交。', '领取回执。']),
  ).toEqual(['填写申请表。', '领取回执。'])
})

test('sentences about the same things are not headings', () => {
  const lines = [
    '提交申请→受理→审核→办结',
    '1.申请人提出申请；',
    '2.经办机构受理审核；',
    '6.2 个工作日内办结，审核未通过的告知原因',
  ]
  expect(residentLines(lines)).toEqual(lines)
})

test('nothing stays nothing', () => expect(residentLines([])).toEqual([]))
