import fc from 'fast-check'
import { findPersonalData, personalDataIn } from '../../../knowledge/lint/personal-data.js'
import { entryOf } from './entries.js'

const kinds = (text: string, office = false) => findPersonalData(text, office).map(({ kind }) => kind)

// Made-up numbers: no person has them.
describe('finding personal data', () => {
  test.each([
    ['身份证号 11010119900101001X', '身份证号'],
    ['11010119900101 0015', '身份证号'],
    ['110101 1990 0101 0015', '身份证号'],
    ['1101011990\n01010015', '身份证号'],
    ['证件号：１１０１０１１９９００１０１００１５', '身份证号'],
    ['老证 110101900101001', '身份证号'],
    ['1101011990****0015', '身份证号'],
    ['手机 13800001234', '手机号'],
    ['联系人张某 1380000123 4', '手机号'],
    ['138-0000-1234', '手机号'],
    ['+86 138 0000 1234', '手机号'],
    ['卡号 6222 0000 0000 0000 004', '银行卡号'],
    ['密码修改：初始密码为六个零', '默认密码'],
    ['身份证号 11010...41 姓名 李', '身份证号'],
    ['个人编号: 110000123400017', '个人编号'],
    ['默认交易密码：123456', '默认密码'],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toEqual([kind])
  })

  test.each([
    '0777-2833005',
    '0777-2820915、0777-2820916',
    '0412-5580303、5596188',
    '拨打12333或12345',
    '事项编码：000114003002',
    '桂人社发〔2016〕24号',
    '缴费年限\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13',
    '4 8 12 14 15 16 17 18 24',
    '2022年1月1日至2022年12月31日',
    'http://www.gxrcda.com/13800001234/x',
    '请及时修改初始密码。',
    '身份证号码为18位，填写身份证号、姓名。',
    '统一社会信用代码 91110000MA0000000X',
  ])('leaves alone: %s', (text) => {
    expect(kinds(text)).toEqual([])
  })

  test('several numbers in a row are told one by one', () => {
    expect(kinds('张某 13800001234 13900001234 110101199001010015')).toEqual(['手机号', '手机号', '身份证号'])
  })

  test('a mobile number published as a service line is for an editor to decide', () => {
    expect(findPersonalData('13800001234', true)[0]?.certain).toBe(false)
    expect(findPersonalData('咨询电话：13800001234')[0]?.certain).toBe(false)
    expect(findPersonalData('来电人咨询电话：13800001234')[0]?.certain).toBe(true)
    expect(findPersonalData('姓名张某，13800001234', true)[0]?.certain).toBe(true)
  })

  test('never shows a number in full', () => {
    const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 1e8, max: 999999999 }))
    fc.assert(
      fc.property(mobile, fc.integer({ min: 1, max: 10 }), ([second, rest], gap) => {
        const figures = `1${second}${rest}`
        const [found] = findPersonalData(`申请人 ${figures.slice(0, gap)} ${figures.slice(gap)}。`)
        expect(found?.kind).toBe('手机号')
        expect(found?.shown).not.toContain(figures)
      }),
    )
  })

  test('looks into operator notes too, and says where', () => {
    const entry = entryOf({
      fields: { phone: '13800001234' },
      operator: [{ section: '风险点', text: '样例：13900001234', lines: [7, 9] }],
    })
    const { certain, doubtful } = personalDataIn(entry)
    expect(certain).toMatchObject([{ code: 'personal_data', lines: [7, 9] }])
    expect(certain[0]?.message).toContain('风险点')
    expect(doubtful).toMatchObject([{ code: 'bad_phone', field: 'phone' }])
  })
})
