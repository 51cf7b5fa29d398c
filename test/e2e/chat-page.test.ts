import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { ask, openSite, overflow, type Visit } from './browser.js'

jest.setTimeout(20_000)

let site: Awaited<ReturnType<typeof openSite>> | undefined
let now: Visit | undefined
beforeAll(async () => {
  site = await openSite()
}, 30_000)
afterAll(() => site?.close())

/** Opens the page anew; whatever troubles it gives fail the test at its end. */
const open = async (options?: BrowserContextOptions): Promise<Page> => {
  now = await site!.visit(options)
  return now.page
}
afterEach(async () => {
  const { page, troubles } = now!
  await page.context().close()
  expect(troubles).toEqual([])
})

const choose = (page: Page, place: string) => page.locator('#place').selectOption({ label: place })
const titles = (within: Locator) => within.locator('h2').allTextContents()

test('choose a place, ask, read the answer, tick what is at hand', async () => {
  const page = await open()
  await choose(page, '钦州市')
  const reply = await ask(page, '失业登记怎么办')
  expect(await titles(reply)).toEqual(['钦州市 · 失业登记'])
  expect(await reply.locator('.source').textContent()).toMatch(/^来源：《钦州市.+第\d+–\d+行/)

  const boxes = reply.getByRole('checkbox')
  expect(await boxes.count()).toBeGreaterThan(1)
  await reply.getByText('《失业登记表》').click()
  expect(await reply.getByRole('checkbox', { name: '《失业登记表》' }).isChecked()).toBe(true)
  expect(await boxes.first().isChecked()).toBe(false)

  // A later question leaves the ticks.
  const next = await ask(page, '要带什么')
  expect((await titles(next))[0]).toContain('失业登记')
  expect(await reply.getByRole('checkbox', { name: '《失业登记表》' }).isChecked()).toBe(true)
  expect(await page.locator('#text').inputValue()).toBe('')
})

test('without a place the covered ones are buttons, and one press is enough', async () => {
  const page = await open()
  const reply = await ask(page, '失业登记怎么办')
  const buttons = reply.getByRole('button')
  expect(await buttons.count()).toBe(5)
  await reply.getByRole('button', { name: '鞍山市' }).click()
  const answer = page.locator('article.reply').nth(2)
  await answer.waitFor()
  expect((await titles(answer))[0]).toBe('鞍山市 · 失业登记')
  expect(await page.locator('article.mine').last().textContent()).toBe('您说：鞍山市')
  // What was offered is answered: a second press must not choose from something else.
  for (const button of await buttons.all()) expect(await button.isDisabled()).toBe(true)
  // The place of the answer is the one shown as chosen.
  expect(await page.locator('#place option:checked').textContent()).toBe('鞍山市')
})

test('markup in a question is words, and nothing runs', async () => {
  const page = await open()
  for (const words of [
    '<script>window.ran = 1; alert(1)</script>',
    '<img src=x onerror="window.ran = 1">',
    '</article><svg onload="window.ran = 1">',
    '<a href="javascript:window.ran = 1">点这里</a>',
  ]) {
    await ask(page, words)
    expect(await page.locator('article.mine').last().textContent()).toBe(`您说：${words}`)
  }
  expect(await page.locator('article :is(script, img, svg, a)').count()).toBe(0)
  expect(await page.evaluate('window.ran')).toBeUndefined()
})

test('markup in a reply is words as well', async () => {
  const page = await open()
  const evil = '<img src=x onerror="window.ran = 1"> javascript:alert(1) https://a.example/"onclick="x'
  await page.route('**/api/v1/ask', (route) =>
    route.fulfill({
      json: {
        blocks: [
          { type: 'title', text: evil },
          { type: 'section', title: evil, lines: [evil] },
          { type: 'checklist', title: evil, items: [{ text: evil, box: true }] },
          { type: 'choices', choices: [{ value: evil, label: evil }] },
          { type: 'of-a-later-version', text: evil },
          { type: 'source', text: evil },
        ],
      },
    }),
  )
  const reply = await ask(page, '失业登记')
  expect(await reply.locator('h2').textContent()).toBe(evil)
  expect(await reply.locator('img').count()).toBe(0)
  for (const link of await reply.locator('a').all())
    expect(await link.getAttribute('href')).toBe('https://a.example/')
  expect(await page.evaluate('window.ran')).toBeUndefined()
})

test('with the keyboard alone', async () => {
  const page = await open()
  const focused = () => page.evaluate('document.activeElement.id || document.activeElement.textContent')
  const tabTo = async (what: string, key = 'Tab') => {
    for (let i = 0; i < 20; i++) {
      if (String(await focused()).includes(what)) return
      await page.keyboard.press(key)
    }
    throw new Error(`${key} does not lead to ${what}`)
  }
  await tabTo('拨打 12333')
  await tabTo('place')
  await tabTo('text')
  await page.keyboard.type('失业登记怎么办')
  // Enter takes a word from an input method, and with Shift begins a new line: neither sends.
  await page.locator('#text').dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('谢谢')
  expect(await page.locator('article.mine').count()).toBe(0)
  for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '涞源县' }).waitFor()
  // Backwards from the box: the last of the offered places comes first.
  await tabTo('涞源县', 'Shift+Tab')
  await page.keyboard.press('Enter')
  const answer = page.locator('article.reply').nth(2)
  await answer.waitFor()
  expect((await titles(answer))[0]).toBe('涞源县 · 失业登记')
  expect(await focused()).toBe('text')
  const box = answer.getByRole('checkbox').first()
  await box.focus()
  await page.keyboard.press('Space')
  expect(await box.isChecked()).toBe(true)
})

describe.each([
  ['320 px wide', 320, false],
  ['320 px wide with large letters', 320, true],
  ['a wide screen', 1280, false],
] as const)('%s', (_, width, large) => {
  test('nothing has to be scrolled sideways, and the box to write in stays in sight', async () => {
    const page = await open({ viewport: { width, height: 640 } })
    if (large) await page.locator('#large').click()
    expect(await overflow(page)).toBe(0)
    await ask(page, '失业登记怎么办')
    expect(await overflow(page)).toBe(0)
    await choose(page, '内蒙古自治区')
    await ask(page, '失业登记怎么办')
    await ask(page, `x${'长'.repeat(300)}${'w'.repeat(300)}`)
    expect(await overflow(page)).toBe(0)
    expect(await page.evaluate('window.scrollY')).toBe(0)
    const log = 'document.getElementById("log")'
    expect(await page.evaluate(`${log}.scrollWidth - ${log}.clientWidth`)).toBe(0)
    for (const id of ['#text', '#ask button', '#place', '.call']) {
      const { x, y, width: wide, height } = (await page.locator(id).boundingBox())!
      expect(height).toBeGreaterThanOrEqual(44)
      expect([x >= 0, y >= 0, x + wide <= width, y + height <= 640]).toEqual([true, true, true, true])
    }
  })
})

test('large letters are remembered', async () => {
  const page = await open()
  const size = () => page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)')
  const before = Number(await size())
  expect(before).toBeGreaterThanOrEqual(18)
  await page.getByRole('button', { name: '大字' }).click()
  expect(Number(await size())).toBeGreaterThanOrEqual(before * 1.2)
  await page.reload()
  expect(Number(await size())).toBeGreaterThanOrEqual(before * 1.2)
  expect(await page.getByRole('button', { name: '大字' }).getAttribute('aria-pressed')).toBe('true')
})

test('the answer begins in sight, the question above it', async () => {
  const page = await open({ viewport: { width: 375, height: 667 } })
  await choose(page, '钦州市')
  await ask(page, '就业登记怎么办')
  const reply = await ask(page, '失业登记怎么办')
  const question = (await page.locator('article.mine').last().boundingBox())!
  const title = (await reply.locator('h2').boundingBox())!
  const log = (await page.locator('#log').boundingBox())!
  expect(question.y).toBeGreaterThanOrEqual(log.y - 1)
  expect(title.y).toBeGreaterThan(question.y)
  expect(title.y + title.height).toBeLessThan(log.y + log.height)
})

test('numbers can be dialled and addresses opened, elsewhere', async () => {
  const page = await open()
  expect(await page.getByRole('link', { name: '拨打 12333' }).getAttribute('href')).toBe('tel:12333')
  await choose(page, '涞源县')
  const reply = await ask(page, '失业登记怎么办')
  expect(await reply.getByRole('link', { name: '0312-7318400' }).first().getAttribute('href')).toBe(
    'tel:0312-7318400',
  )
  const site = reply.getByRole('link', { name: 'https://he.12333.gov.cn' }).first()
  expect(await site.getAttribute('href')).toBe('https://he.12333.gov.cn')
  expect(await site.getAttribute('rel')).toBe('noopener noreferrer')
})

test('a message that cannot be sent is kept, and said so in Chinese', async () => {
  const page = await open()
  await page.route('**/api/v1/ask', (route) => route.fulfill({ status: 503, body: 'gone' }))
  const reply = await ask(page, '失业登记怎么办')
  expect(await reply.textContent()).toContain('12333')
  expect(await reply.textContent()).not.toMatch(/[a-z]{3}/i)
  expect(await page.locator('#text').inputValue()).toBe('失业登记怎么办')
  await page.unroute('**/api/v1/ask')
  // The browser itself notes the failed request on the console; that is its business.
  ;(now!.troubles as string[]).length = 0
  await page.locator('#text').press('Enter')
  await page.getByRole('button', { name: '鞍山市' }).waitFor()
})
