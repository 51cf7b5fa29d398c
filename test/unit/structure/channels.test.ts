import { readChannels } from '../../../knowledge/structure/channels.js'

describe('readChannels', () => {
  test('涞源: ways named, the place and the site given apart', () => {
    expect(
      readChannels({
        channels: '大厅、网点、互联网电脑端、互联网手机端、自助柜员机、第三方接口',
        location: '涞源县广平大街2号，政务服务中心税务人社医保大厅2楼.',
        online_url: 'https://he.12333.gov.cn',
      }),
    ).toEqual([
      { type: '窗口', text: '大厅', addresses: ['涞源县广平大街2号，政务服务中心税务人社医保大厅2楼.'] },
      { type: '窗口', text: '网点' },
      { type: '网上', text: '互联网电脑端', urls: ['https://he.12333.gov.cn'] },
      { type: '掌上', text: '互联网手机端' },
      { type: '自助', text: '自助柜员机' },
    ])
  })

  test('钦州: labels, numbers on one line, site and apps in one sentence', () => {
    expect(
      readChannels({
        channels: '1.现场办理；2.网上申报。',
        location:
          '1.现场办理：转入地社会保险经办机构；\n2.网上申报：国家社会保险公共服务平台（si.12333.gov.cn）、掌上12333APP、电子社保卡小程序。',
      }),
    ).toEqual([
      { type: '窗口', text: '现场办理', addresses: ['转入地社会保险经办机构'] },
      { type: '网上', text: '网上申报', urls: ['si.12333.gov.cn'] },
      {
        type: '掌上',
        text: '掌上12333APP、电子社保卡小程序',
        apps: ['掌上12333APP', '电子社保卡小程序'],
      },
    ])
  })

  const none = ['网报地址：无', '网报地址：此项业务暂不能在线上办理', '无。']
  test.each(none)('%s opens no channel', (text) => {
    expect(readChannels({ channels: '现场办理', online_url: text })).toEqual([
      { type: '窗口', text: '现场办理' },
    ])
  })

  test('鞍山: circled points, an address of the next line, a way through an app', () => {
    const channels =
      '①窗口办：铁东区莘英路889号（市人社局）综合服务窗口\n②网上办：辽宁省人力资源和社会保障公共服务平台\nhttps://ggfw.lnrc.com.cn/ehrss/login/\n' +
      '③掌上办：掌上12333APP、支付宝或微信辽宁社会保障卡小程序\n④自助办：自助查询打印机'
    expect(readChannels({ channels, location: '铁东区莘英路889号（市人社局）综合服务窗口' })).toEqual([
      {
        type: '窗口',
        text: '窗口办：铁东区莘英路889号（市人社局）综合服务窗口',
        addresses: ['铁东区莘英路889号（市人社局）综合服务窗口'],
      },
      {
        type: '网上',
        text: '网上办：辽宁省人力资源和社会保障公共服务平台https://ggfw.lnrc.com.cn/ehrss/login/',
        urls: ['https://ggfw.lnrc.com.cn/ehrss/login/'],
      },
      {
        type: '掌上',
        text: '掌上办：掌上12333APP、支付宝或微信辽宁社会保障卡小程序',
        apps: ['掌上12333APP', '支付宝或微信辽宁社会保障卡小程序'],
      },
      { type: '自助', text: '自助办：自助查询打印机' },
    ])
  })

  test('内蒙古 and 白银: counter and web; floors are one address', () => {
    expect(readChannels({ channels: '窗口办理、网络办理。' })).toEqual([
      { type: '窗口', text: '窗口办理' },
      { type: '网上', text: '网络办理' },
    ])
    expect(readChannels({ channels: '电话咨询。' })).toEqual([{ type: '电话', text: '电话咨询' }])
    expect(readChannels({ location: '在白银区政府5号楼一、二楼经办大厅窗口。' })[0]!.addresses).toEqual([
      '在白银区政府5号楼一、二楼经办大厅窗口',
    ])
  })
})
