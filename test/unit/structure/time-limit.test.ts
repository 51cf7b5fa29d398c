import { readTimeLimits } from '../../../knowledge/structure/time-limit.js'

describe('readTimeLimits', () => {
  const cases = [
    ['即时办结', [{ text: '即时办结', immediate: true }]],
    ['20工作日', [{ text: '20工作日', working_days: 20 }]],
    ['限时办结（5个工作日）', [{ text: '限时办结（5个工作日）', working_days: 5 }]],
    [
      '即时办结/限时办结（3个工作日）',
      [
        { text: '即时办结', immediate: true },
        { text: '限时办结（3个工作日）', working_days: 3 },
      ],
    ],
    [
      '无材料即时办结/有材料限时办结（5个工作日）',
      [
        { text: '无材料即时办结', condition: '无材料', immediate: true },
        { text: '有材料限时办结（5个工作日）', condition: '有材料', working_days: 5 },
      ],
    ],
    [
      '限时办结（10个工作日/15个工作日（大额））',
      [
        { text: '10个工作日', working_days: 10 },
        { text: '15个工作日（大额）', condition: '大额', working_days: 15 },
      ],
    ],
    [
      '线上办理：5个工作日；线下办理：10个工作日。',
      [
        { text: '线上办理：5个工作日', condition: '线上办理', working_days: 5 },
        { text: '线下办理：10个工作日', condition: '线下办理', working_days: 10 },
      ],
    ],
    [
      '个人办理，即时办结；单位办理，1个工作日。',
      [
        { text: '个人办理，即时办结', condition: '个人办理', immediate: true },
        { text: '单位办理，1个工作日', condition: '单位办理', working_days: 1 },
      ],
    ],
    [
      '窗口即时办结；网上办、掌上办7个工作日内办结。',
      [
        { text: '窗口即时办结', condition: '窗口', immediate: true },
        { text: '网上办、掌上办7个工作日内办结', condition: '网上办、掌上办', working_days: 7 },
      ],
    ],
    [
      '掌上12333APP办理5个工作日内；其他路径即时办结。',
      [
        { text: '掌上12333APP办理5个工作日内', condition: '掌上12333APP办理', working_days: 5 },
        { text: '其他路径即时办结', condition: '其他路径', immediate: true },
      ],
    ],
    [
      '1.9个工作日；\n2.涉及职业年金的，7个工作日。',
      [
        { text: '9个工作日', working_days: 9 },
        { text: '涉及职业年金的，7个工作日', condition: '涉及职业年金的', working_days: 7 },
      ],
    ],
    [
      '从受理之日起60日（特殊情形可延长30日）',
      [{ text: '从受理之日起60日（特殊情形可延长30日）', calendar_days: 60 }],
    ],
    [
      '5.3 办理时限\n5.3.1 法定办理时限\n1 个工作日。\n5.3.2 承诺办理时限\n即时办结。',
      [
        { text: '1 个工作日', type: '法定', working_days: 1 },
        { text: '即时办结', type: '承诺', immediate: true },
      ],
    ],
    [
      '（六）法定办结时限\n90 自然日。\n(七) 承诺办结时限\n30 自然日。',
      [
        { text: '90 自然日', type: '法定', calendar_days: 90 },
        { text: '30 自然日', type: '承诺', calendar_days: 30 },
      ],
    ],
    [
      '七、法定办结时限\n无。\n八、承诺办结时限\n自受理之日起 30 个工作日。',
      [{ text: '自受理之日起 30 个工作日', type: '承诺', working_days: 30 }],
    ],
    [
      '批量制发30个工作日；5月底全面实现零星制发卡群众补换卡“立等可取”',
      [{ text: '批量制发30个工作日', condition: '批量制发', working_days: 30 }],
    ],
    ['未提速', []],
    ['无', []],
    ['每月 15 日之前申请的当月审核，15 日之后申请的次月审核。', []],
  ] as const
  test.each(cases)('%s', (text, limits) => {
    expect(readTimeLimits(text)).toEqual(limits)
  })
})
