import {
  coveredRegions,
  displayName,
  isWithin,
  normalizePlace,
  parentOf,
  places,
  servingRegion,
} from '../../../intents/places/index.js'

const servedPlaces = [...places.values()].filter(({ code }) => servingRegion(code) !== undefined)

describe('the table of places', () => {
  const count = (level: string) => [...places.values()].filter((place) => place.level === level).length

  test('holds 31 provinces and the three regions, every city and county', () => {
    expect(count('province')).toBe(31 + 3)
    expect(count('city')).toBe(333)
    expect(count('county')).toBeGreaterThan(2840)
  })

  test('is in the order of codes, and every place but a province has its parent in it', () => {
    const codes = [...places.keys()]
    expect(codes).toEqual([...codes].sort())
    expect(codes.filter((code) => !code.endsWith('0000') && !places.has(parentOf(code)!))).toEqual([])
  })

  test('holds every place a guide serves', () => {
    for (const [region, { serves }] of coveredRegions) {
      expect(places.has(region)).toBe(true)
      for (const code of serves) expect(places.has(code)).toBe(true)
    }
    expect(servedPlaces.filter(({ code }) => isWithin(code, '150000'))).toHaveLength(1 + 12 + 103)
  })
})

describe('an explicit place', () => {
  test.each([
    ['450700', '450700', '450700'],
    ['4507', '450700', '450700'],
    ['15', '150000', '150000'],
    ['150105', '150000', '150105'],
    ['150105000000', '150000', '150105'],
    ['210301', '210300', '210300'],
    ['钦州', '450700', '450700'],
    ['钦州市', '450700', '450700'],
    ['广西钦州', '450700', '450700'],
    ['广西壮族自治区钦州市', '450700', '450700'],
    [' 广西 · 钦州 ', '450700', '450700'],
    ['中国广西钦州市本级', '450700', '450700'],
    ['涞源', '130630', '130630'],
    ['河北省保定市涞源县', '130630', '130630'],
    ['河北涞源', '130630', '130630'],
    ['白银区', '620402', '620402'],
    ['白银', '620402', '620402'],
    ['甘肃省白银市白银区', '620402', '620402'],
    ['内蒙古', '150000', '150000'],
    ['内蒙', '150000', '150000'],
    ['呼市', '150000', '150100'],
    ['呼市新城区', '150000', '150102'],
    ['锡盟', '150000', '152500'],
    ['前旗', '150000', '150000'],
    ['鞍山', '210300', '210300'],
    ['鞍山铁西', '210300', '210303'],
    ['鞍山高新区', '210300', '210300'],
    ['海城', '210300', '210381'],
  ])('%s', (text, region, code) => {
    expect(normalizePlace(text)).toMatchObject({ kind: 'served', region, code })
  })

  test.each([
    ['广西', '钦州市'],
    ['620400', '白银区'],
    ['白银市', '白银区'],
    ['保定', '涞源县'],
    ['130600', '涞源县'],
    ['辽宁省', '鞍山市'],
  ])('%s is too wide and offers %s', (text, offered) => {
    expect(normalizePlace(text)).toMatchObject({ kind: 'too_wide', offers: [{ name: offered }] })
  })

  test.each(['铁西', '铁西区', '青山区', '兴安', '青山'])('%s is ambiguous', (text) => {
    expect(normalizePlace(text)).toMatchObject({ kind: 'ambiguous', offers: [{}] })
  })

  test.each(['南宁', '平川区', '北京', '秦州', '和平区', '资源', '450127', '130600易县', '沈阳铁西'])(
    '%s has no guide',
    (text) => {
      const kinds = normalizePlace(text).kind
      expect(kinds).toBe(text === '130600易县' ? 'unknown' : 'not_covered')
    },
  )

  test.each(['', '中国', '999999', '4', '全国', '养老保险', '钦州养老', '火星'])(
    '"%s" is no place',
    (text) => {
      expect(normalizePlace(text)).toEqual({ kind: 'unknown' })
    },
  )

  test('every place of the five areas is found by code, by name under its parents, and by name alone where no other bears it', () => {
    for (const { code, name } of servedPlaces) {
      const served = { kind: 'served', region: servingRegion(code), code, name: displayName(code) }
      expect(normalizePlace(code)).toEqual(served)
      const above: string[] = []
      for (let upper = parentOf(code); upper; upper = parentOf(upper)) above.unshift(places.get(upper)!.name)
      expect(normalizePlace(above.join('') + name)).toEqual(served)
      expect(normalizePlace((above.at(-1) ?? '') + name)).toEqual(served)
      const bearers = [...places.values()].filter((place) => place.name === name)
      if (bearers.length === 1) expect(normalizePlace(name)).toEqual(served)
      else expect(normalizePlace(name).kind).toBe('ambiguous')
    }
  })
})
