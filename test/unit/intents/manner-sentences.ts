import type { MannerAct } from '../../../intents/acts.js'

/** What people say for each act of manner. */
export const MANNER_SAID: Readonly<Record<MannerAct, readonly string[]>> = {
  mongolian: lines(`
    ᠰᠠᠢᠨ ᠪᠠᠢᠨ᠎ᠠ ᠤᠤ
    ᠲᠡᠲᠭᠡᠪᠦᠷᠢ ᠶᠢ ᠬᠡᠷᠬᠢᠨ ᠠᠪᠬᠤ ᠪᠣᠢ
    你好 ᠪᠢ ᠮᠣᠩᠭᠣᠯ
    能不能用蒙语说
    我想用蒙语咨询
    有会说蒙语的吗
    我只会说蒙古语
    请转蒙语专席
    有没有蒙语坐席
    给我找个懂蒙语的人
    蒙语服务怎么转
    换成蒙古话行不行
    你会讲蒙语吗
    我要蒙语客服
    以后都用蒙语回答我`),
  superior: lines(`
    我要找你们领导
    叫你们负责人来
    让你们主管给我回电话
    你们领导呢
    把电话转给你们班长
    我要向你们上级反映
    我要跟你们局长说说
    我要反映到上级部门
    换你们管事的来
    你们领导亲自给我打
    找你们值班长
    我想见领导
    联系你们的管理人员
    再这样我就闹到你们局长那儿去`),
  named_agent: lines(`
    帮我转8号咨询员
    我要找1023号接线员
    请让12号客服接电话
    找一下昨天那个接线员
    叫刚才跟我说话的那个小姑娘来
    我还是要找上次那位咨询员
    转上午给我办的那个同志
    我只找昨天那个人
    换刚才那位同志
    给我接五号坐席
    我想指定一个咨询员
    麻烦转工号36号的咨询员
    让前天接电话的那位女同志接`),
  staff_name: lines(`
    你的工号是多少
    请问您工号
    报一下工号
    您贵姓
    请问您尊姓大名
    你姓什么呀
    告诉我你的名字
    你真名叫什么，留个姓名
    刚才那个咨询员叫什么
    上次接电话的人工号是多少
    说一下你的全名
    把你的姓名报一下
    您的真实姓名是什么`),
  hard_to_reach: lines(`
    你们电话太难打了
    你们热线怎么老占线
    人工总是打不通
    12333一直没人接
    打了半天才打通
    等了二十分钟才接进来
    你们这电话真难打
    好不容易打通了
    总算打进来了
    打了好几遍才接通
    客服电话老是忙
    你们人工太难接了`),
  bad_line: lines(`
    喂喂喂听得到吗
    能听见吗
    你能听到我说话吗
    我这边信号不好
    信号断断续续的
    电话里杂音太大了
    有回音
    电流声好大
    线路不太好
    通话断断续续
    喂喂，有人说话吗
    听得见吗
    我这儿信号太差`),
  not_heard: lines(`
    你声音太小了
    你说话声音有点小
    大点声
    麻烦大声一点
    声音大一点行吗
    听不清你说什么
    听不见你说话
    你那边声音太轻
    我听不到你的声音
    音量大一点
    你说的我听不清
    声音太小
    您说什么我都没听见`),
  dialect: lines(`
    我不会说普通话
    普通话说不好
    我只会讲客家话
    说白话行吗
    用壮话可以吗
    你听得懂我们这的方言吗
    能听懂东北话吗
    我口音有点重
    讲粤语得吗
    我不太会讲普通话
    我只会说家乡话
    换成四川话说可以吗
    你听不懂我们本地话`),
  pension_sum: lines(`
    我交了15年，帮我算算一个月多少
    缴了二十年，给我算一下
    我缴满30年了，帮我估算一下每月多少
    你给我算一算养老金能有几千
    我干了三十二年，替我算算退休能拿多少
    帮我算一下，交了18年，五十五退休能领多少
    给我妈交了15年了，替我估一估到时候有多少
    你帮我算算退休金
    你给俺算算退休后能领多少
    我断断续续缴了十七年，你给我算下能领多少
    帮我估估，缴够20年每月能拿几个钱
    我在厂里交了26年养老保险，给我算一下退休金有多少`),
  blame: lines(`
    你刚才说得不对
    你们上次告诉我的是错的
    害我白跑一趟
    弄得我又白跑了
    说了半天也没说清楚
    你解释了这么久还是没讲明白
    你们太不专业了
    你怎么这么敷衍
    你们这是误导群众
    你们业务不熟啊
    我要批评你们
    对你们的服务很不满意
    你回答得乱七八糟`),
  english: lines(`
    Can you speak English?
    do you have an English version
    I want to apply for unemployment benefits
    How can I get a social security card
    I am a foreigner working in Qinzhou
    where is the social insurance office
    please help me with my pension
    My company did not pay my salary
    Is there anyone who can speak English
    能用英语回答吗
    有英文版吗
    我不会说中文
    你会说英语吗
    English please`),
}

/** Sentences that hold the same words and are none of these. */
export const NOT_MANNER: readonly string[] = lines(`
  单位领导不给签字怎么办
  公司领导说社保下个月再交
  蒙语授课的教师资格怎么报名
  蒙语水平考试有补贴吗
  英语教师资格证能领补贴吗
  职称英语还要考吗
  app打不开
  社保卡
  http://www.12333.gov.cn
  2号窗口在几楼
  单位编号在哪里查
  我的个人编号是多少
  噪音聋算工伤吗
  电焊工噪声大有补贴吗
  听力残疾能评几级
  养老金怎么算
  养老金在哪测算
  失业金能领多少钱
  单位弄得我白干了三个月
  社保局电话打不通，还有别的电话吗
  系统信号不好提交不了
  网站一直打不开
  普通话考试在哪报名
  普通话等级证书补贴
  人社局咨询电话
  工伤认定说错了时间能改吗
  材料交错了害我白跑，要重新交吗
  VPN
  ok
  hello
  thank you
`)

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
