import { readPhones } from '../../../knowledge/structure/phone.js'
import { findUrls, withoutUrls } from '../../../knowledge/structure/url.js'

describe('readPhones', () => {
  const cases = [
    ['0777—2810287', [{ number: '0777-2810287' }]],
    ['0777- 2824046、0777-5987292', [{ number: '0777-2824046' }, { number: '0777-5987292' }]],
    ['０７７７－２８１０２８７', [{ number: '0777-2810287' }]],
    ['0777-2820915、2824046', [{ number: '0777-2820915' }, { number: '0777-2824046' }]],
    [
      '0777-2833189机关事业0777-2857108企业养老',
      [
        { number: '0777-2833189', serves: '机关事业' },
        { number: '0777-2857108', serves: '企业养老' },
      ],
    ],
    [
      '0777-2833005，机关事业单位0777-2828451',
      [{ number: '0777-2833005' }, { number: '0777-2828451', serves: '机关事业单位' }],
    ],
    [
      '0412-2216349（师范类、医学类）、0412-5517322（其它专业类别）',
      [
        { number: '0412-2216349', serves: '师范类、医学类' },
        { number: '0412-5517322', serves: '其它专业类别' },
      ],
    ],
    ['5542127', [{ number: '5542127' }]],
    ['拨打12333咨询', [{ number: '12333' }]],
    ['咨询电话：0312-7318400，查询网址：https://he.12333.gov.cn', [{ number: '0312-7318400' }]],
    ['掌上12333APP', []],
    ['暂无', []],
    ['各地自行公布咨询电话和查询电话。', []],
    ['身份证号 450702199001011234', []],
  ] as const
  test.each(cases)('%s', (text, phones) => {
    expect(readPhones(text)).toEqual(phones)
  })
})

describe('findUrls', () => {
  const cases = [
    ['2.网报地址：https://www.gx12333.net/si', [['https://www.gx12333.net/si', []]]],
    ['（http：//www.gxrcda.com/）', [['http://www.gxrcda.com/', ['full_width']]]],
    ['国家社会保险公共服务平台（si.12333.gov.cn）、掌上12333APP', [['si.12333.gov.cn', ['no_scheme']]]],
    [
      '单位网厅：<https://nmgrs.12333k.cn/comcalogin/#/comcalogin>。',
      [['https://nmgrs.12333k.cn/comcalogin/#/comcalogin', []]],
    ],
    [
      '个人网厅: <https://nmgrs.12333k.cn/personlogin/#/personl>\nogin。',
      [['https://nmgrs.12333k.cn/personlogin/#/personlogin', ['line_break']]],
    ],
    ['网址：http://si.2333.gov.cn/', [['http://si.2333.gov.cn/', ['bad_host']]]],
    ['http://116.113.20.22:8080/login', [['http://116.113.20.22:8080/login', ['bare_ip']]]],
    ['广西人事考试网www.gxpta.com.cn）', [['www.gxpta.com.cn', ['no_scheme']]]],
    ['mail@example.com', []],
    ['12333 人力资源', []],
  ] as const
  test.each(cases)('%s', (text, urls) => {
    expect(findUrls(text).map(({ url, problems }) => [url, problems])).toEqual(urls)
  })

  test('blanks addresses out without moving the rest', () => {
    const text = '见 si.12333.gov.cn，电话12333'
    expect(withoutUrls(text)).toHaveLength(text.length)
    expect(withoutUrls(text)).toContain('电话12333')
  })
})
