import { openPersonReader } from '../../../intents/person.js'

const read = openPersonReader()

test.each([
  ['失业金怎么领', 'self', undefined],
  ['我们公司新招了三个人，社保怎么上', 'employer', '他人'],
  ['我是厂里的会计，要给员工办增员', 'employer', '员工'],
  ['本单位职工工伤了要交什么', 'employer', '员工'],
  ['公司欠我工资不给', 'self', undefined],
  ['我们公司把我辞了，能领失业金吗', 'self', undefined],
  ['我妈走不动，我替她办认证行不行', 'agent', '母亲'],
  ['老伴上个月走了，丧葬费怎么领', 'self', '配偶'],
  ['我爸退休了，养老金几时发', 'self', '父亲'],
  ['委托我去领档案', 'agent', undefined],
])('%s', (text, speaker, concerned) => {
  expect(read(text).speaker).toBe(speaker)
  if (concerned !== '他人') expect(read(text).concerned).toBe(concerned)
})
