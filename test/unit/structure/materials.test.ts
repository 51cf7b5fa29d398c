import { readMaterialGroups } from '../../../knowledge/structure/materials.js'

describe('readMaterialGroups', () => {
  const empty = [
    ['无', '钦州 5.9'],
    ['无。', '内蒙古'],
    ['无需任何材料。', '内蒙古'],
    ['无需申请材料，直接将收到的毕业生档案转往生源地人社局。', '涞源'],
    ['不需要提供要件', '鞍山'],
    ['', 'nothing'],
  ] as const
  test.each(empty)('%s asks for nothing (%s)', (text) => {
    expect(readMaterialGroups(text)).toEqual([])
  })

  test('钦州: numbered points with form and copies, a remark on the whole list', () => {
    const text =
      '1.《城乡居民基本养老保险注销登记表》，原件1份；\n2.申请人居民身份证，验原件；\n' +
      '3.社会保险经办业务证明事项告知承诺制承诺书。\n注：社会保险待遇支付至参保人社会保障卡金融账户或银行卡（折）账户。'
    expect(readMaterialGroups(text)).toEqual([
      {
        materials: [
          { name: '《城乡居民基本养老保险注销登记表》', form: '原件', copies: 1 },
          { name: '申请人居民身份证', form: '验原件' },
          { name: '社会保险经办业务证明事项告知承诺制承诺书' },
        ],
      },
      { condition: '注：社会保险待遇支付至参保人社会保障卡金融账户或银行卡（折）账户。', materials: [] },
    ])
  })

  test('钦州: a block under a case, and its points', () => {
    const text =
      '1.《失业保险金申领表》，原件1份；\n2.社会保障卡或居民身份证，验原件；\n3.属以下情况的，还需提供以下材料：\n' +
      '（1）属退伍军人的，提供武装部出具的退伍证明或《军人视同缴费证明》，复印件1份（验原件）；\n' +
      '（2）涉及失业保险关系转入的，提供《失业保险关系转移单》，原件1份；'
    expect(readMaterialGroups(text)).toEqual([
      {
        materials: [
          { name: '《失业保险金申领表》', form: '原件', copies: 1 },
          {
            name: '社会保障卡或居民身份证',
            form: '验原件',
            any_of: [{ name: '社会保障卡' }, { name: '居民身份证' }],
          },
        ],
      },
      {
        condition: '属以下情况的，还需提供以下材料',
        materials: [
          {
            name: '武装部出具的退伍证明或《军人视同缴费证明》',
            condition: '属退伍军人的，提供',
            form: '原件及复印件',
            copies: 1,
            note: '复印件1份（验原件）',
            any_of: [{ name: '武装部出具的退伍证明' }, { name: '《军人视同缴费证明》' }],
          },
          {
            name: '《失业保险关系转移单》',
            condition: '涉及失业保险关系转入的，提供',
            form: '原件',
            copies: 1,
          },
        ],
      },
    ])
  })

  test('钦州: per channel, one of them without materials', () => {
    expect(readMaterialGroups('1.现场办理：社会保障卡或身份证原件；\n2.网上申报：无')).toEqual([
      {
        materials: [
          {
            name: '社会保障卡或身份证',
            form: '原件',
            condition: '现场办理',
            any_of: [{ name: '社会保障卡' }, { name: '身份证' }],
          },
        ],
      },
      { condition: '网上申报：无', materials: [] },
    ])
  })

  test('钦州: one of a list is enough', () => {
    const text =
      '3.退休工伤职工离开工作地异地居住的，提供异地居住证明材料之一：\n（1）房产证，验原件或收复印件1份；\n（2）居住证，验原件或收复印件1份；'
    expect(readMaterialGroups(text)).toEqual([
      {
        materials: [
          {
            name: '异地居住证明材料之一',
            condition: '退休工伤职工离开工作地异地居住的，提供',
            any_of: [
              { name: '房产证', copies: 1, note: '验原件或收复印件1份' },
              { name: '居住证', copies: 1, note: '验原件或收复印件1份' },
            ],
          },
        ],
      },
    ])
  })

  test('涞源: who comes, shared data, several points on one line', () => {
    const text =
      '1.单位办事时，提供单位申办人社会保障卡或居民身份证。个人办事时，提供本人社会保障卡或居民身份证；他人代办的，同时提供代办人社会保障卡或居民身份证。\n' +
      '2.业务申请单（单位办事时）。\n3.附件材料：\n（1）职工档案关键页（需要现场查阅的不用提供）。（2）结婚证（无法通过数据共享的提供；单身无需提供）。'
    const [group] = readMaterialGroups(text)
    expect(group!.condition).toBeUndefined()
    expect(group!.materials.map(({ name, condition }) => [name, condition])).toEqual([
      ['单位申办人社会保障卡或居民身份证', '单位办事时，提供'],
      ['本人社会保障卡或居民身份证', '个人办事时，提供'],
      ['代办人社会保障卡或居民身份证', '他人代办的，同时提供'],
      ['业务申请单', '单位办事时'],
      ['职工档案关键页', '需要现场查阅的不用提供'],
      ['结婚证', '无法通过数据共享的提供；单身无需提供'],
    ])
  })

  test('鞍山: counter and web, a note on two points, a second block', () => {
    const text =
      '（一）用工备案（就业登记）所需材料：\n“网上办”需要提供用人单位劳动合同；\n“窗口办”需要提供以下要件（可容缺受理）：\n' +
      '①劳动合同原件（不留存）\n②《申报表》（一式两份）\n③登记表\n④营业执照\n⑤社会保险登记表\n注:④⑤为单位首次备案提供\n' +
      '（二）解除备案所需材料：\n①用人单位与劳动者解除劳动关系证明原件；'
    expect(readMaterialGroups(text)).toEqual([
      {
        condition: '用工备案（就业登记）所需材料',
        materials: [{ name: '用人单位劳动合同', condition: '“网上办”需要提供' }],
        groups: [
          {
            condition: '“窗口办”需要提供以下要件（可容缺受理）',
            materials: [
              { name: '劳动合同', form: '原件', note: '不留存' },
              { name: '《申报表》', copies: 2 },
              { name: '登记表' },
              { name: '营业执照', note: '注:④⑤为单位首次备案提供' },
              { name: '社会保险登记表', note: '注:④⑤为单位首次备案提供' },
            ],
          },
        ],
      },
      {
        condition: '解除备案所需材料',
        materials: [{ name: '用人单位与劳动者解除劳动关系证明', form: '原件' }],
      },
    ])
  })

  test('鞍山: a channel that needs nothing keeps its words; a case without numbers', () => {
    const text =
      '“网上办”“掌上办”不需要提供要件；\n“窗口办”需要提供以下要件：\n转入\n①《登记表》\n转出\n①本人鞍山市社会保障卡'
    expect(readMaterialGroups(text)).toEqual([
      { condition: '“网上办”“掌上办”不需要提供要件', materials: [] },
      {
        condition: '“窗口办”需要提供以下要件',
        materials: [],
        groups: [
          { condition: '转入', materials: [{ name: '《登记表》' }] },
          { condition: '转出', materials: [{ name: '本人鞍山市社会保障卡' }] },
        ],
      },
    ])
  })

  test('内蒙古: a table, its columns in any order, the case in front or in a column of its own', () => {
    const byCase =
      '判刑\n材料名称\t来源渠道\t材料类型\t纸质材料份数\t材料形式\t材料必要性\n' +
      '判刑：法院出具的生效判决书\t法院\t原件\t1\t纸质\t非必要'
    expect(readMaterialGroups(byCase)).toEqual([
      {
        condition: '判刑',
        materials: [
          {
            name: '法院出具的生效判决书',
            condition: '判刑',
            copies: 1,
            form: '原件',
            note: '来源渠道：法院；材料必要性：非必要',
          },
        ],
      },
    ])
    const byScene =
      '场景\t材料名称\t材料类型\t份数\n助学金申请\t《认定申请表》\t原件\t1\n\t身份证、户口本\t原件/复印件\t1'
    expect(readMaterialGroups(byScene)).toEqual([
      {
        condition: '助学金申请',
        materials: [
          { name: '《认定申请表》', form: '原件', copies: 1 },
          { name: '身份证、户口本', copies: 1, note: '原件/复印件' },
        ],
      },
    ])
    expect(readMaterialGroups('材料名称\t材料类型\t纸质材料份数\t材料形式\n登记表\t原件\t1份\t电子')).toEqual(
      [{ materials: [{ name: '登记表', form: '电子', copies: 1 }] }],
    )
  })

  test('内蒙古: prose, bold figures, list dashes, lines cut by a page', () => {
    expect(
      readMaterialGroups(
        '用人单位提出职工参保登记申请，填写《新增人员申报表》（见附录 A 表 A.1），并提供劳动合同等相关资料。',
      ),
    ).toEqual([
      {
        materials: [
          {
            name: '《新增人员申报表》',
            condition: '用人单位提出职工参保登记申请，填写',
            note: '见附录 A 表 A.1',
          },
          { name: '劳动合同等相关资料', condition: '用人单位提出职工参保登记申请，填写' },
        ],
      },
    ])
    expect(readMaterialGroups('- 1.劳动能力鉴定申请表**2**份。\n- 2.身份证复印件（内部流转）。')).toEqual([
      {
        materials: [
          { name: '劳动能力鉴定申请表', copies: 2 },
          { name: '身份证', form: '复印件', note: '内部流转' },
        ],
      },
    ])
    expect(
      readMaterialGroups('（五）企业银行账户名称、账号及开户银行全称、个人银行\n卡号或社保卡号。')[0]!
        .materials[0]!.name,
    ).toBe('企业银行账户名称、账号及开户银行全称、个人银行卡号或社保卡号')
  })

  const alternatives = [
    [
      '基本身份类证明（身份证、《就业创业证》、社会保障卡任选其一）',
      ['身份证', '《就业创业证》', '社会保障卡'],
    ],
    ['工伤职工的居民身份证原件1份或社会保障卡原件1份', ['工伤职工的居民身份证', '社会保障卡']],
    [
      '居民身份证、户口簿、户籍部门出具的证明材料（任意一种）',
      ['居民身份证', '户口簿', '户籍部门出具的证明材料'],
    ],
    [
      '《劳动仲裁调解书》《劳动仲裁裁决书》或《民事判决书》',
      ['《劳动仲裁调解书》', '《劳动仲裁裁决书》', '《民事判决书》'],
    ],
    ['指定受益人或法定继承人社会保障卡或居民身份证', ['指定受益人或法定继承人社会保障卡', '居民身份证']],
  ] as const
  test.each(alternatives)('%s: alternatives', (text, names) => {
    const [group] = readMaterialGroups(`1.${text}。`)
    expect(group!.materials).toHaveLength(1)
    expect(group!.materials[0]!.any_of!.map(({ name }) => name)).toEqual(names)
  })

  const whole = [
    '劳动关系（包括事实劳动关系）、人事关系证明材料',
    '参保、缴费、转移、待遇（银行发放流水）、权益单等原始手续或凭证',
    '统一社会信用代码证书、事业单位法人证书、营业执照副本',
    '依靠工亡职工生前提供主要生活来源的承诺书',
  ]
  test.each(whole)('%s stays in one piece', (text) => {
    const [group] = readMaterialGroups(`（1）${text}。`)
    expect(group!.materials.map(({ name }) => name)).toEqual([text])
  })
})
