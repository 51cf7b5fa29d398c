import { sameTitle, shows, states } from '../../../src/evaluation/matching.js'

describe('states', () => {
  test.each([
    ['办理时限：5个工作日', '5个工作日'],
    ['办理时限：５ 个\n工作日', '5个工作日'],
    ['**3000元**', '3000元'],
    ['拨打 0777—2833005', '0777-2833005'],
    ['15个工作日；特急 5个工作日', '5个工作日'],
    ['登录 HE.12333.GOV.CN', 'he.12333.gov.cn'],
  ])('%s states %s', (text, fact) => expect(states(text, fact)).toBe(true))

  test.each([
    ['15个工作日', '5个工作日'],
    ['电话12333', '电话123'],
    ['满1年', '满2年'],
  ])('%s does not state %s', (text, fact) => expect(states(text, fact)).toBe(false))

  test('an empty string is stated by anything', () => expect(states('', '')).toBe(true))
})

test('shows does not look at where a figure ends', () => {
  expect(shows('15个工作日', '5个工作日')).toBe(true)
  expect(shows('五个工作日', '5个工作日')).toBe(false)
})

describe('sameTitle', () => {
  test.each([
    ['失业保险金申领', '失业保险金申领'],
    ['失业保险金申领办事指南', '失业保险金申领'],
    ['提速:失业保险金申领', '失业保险金申领'],
    ['专业技术人员资格证书（含电子证书）查询', '专业技术人员资格证书(含电子证书)查询'],
    ['《就业创业证》申领', '就业创业证申领'],
    ['城乡居民养老保险参保登记', '城乡居民养老保险参保登记（首次）'],
  ])('%s = %s', (one, other) => {
    expect(sameTitle(one, other)).toBe(true)
    expect(sameTitle(other, one)).toBe(true)
  })

  test.each([
    ['就业登记', '失业登记'],
    ['失业登记', '失业登记注销与撤回'],
  ])('%s ≠ %s', (one, other) => expect(sameTitle(one, other)).toBe(false))
})
