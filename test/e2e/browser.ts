import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { openApp } from '../http/app.js'

// A browser's own calls home must not be taken for the page's.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The chat page in a real browser, and all that must not happen there. */
export interface Visit {
  readonly page: Page
  readonly origin: string
  /** Errors of scripts and on the console, dialogs, and requests that left the origin. */
  readonly troubles: readonly string[]
}

/** Opens Chromium (environment variable CHROMIUM, else Debian's) and the app; fails where there is no Chromium. */
export async function openSite() {
  // The app first: if the build is not there, no browser is left running.
  const app = openApp()
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: QUIET,
    timeout: 20_000,
  })
  const server = await new Promise<Server>((ready) => {
    const listening = app.listen(0, '127.0.0.1', () => ready(listening))
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    async visit(options: BrowserContextOptions = {}): Promise<Visit> {
      const context = await browser.newContext({
        locale: 'zh-CN',
        viewport: { width: 1024, height: 768 },
        ...options,
      })
      context.setDefaultTimeout(5000)
      const page = await context.newPage()
      const troubles: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`)
      })
      page.on('pageerror', (error) => troubles.push(`script: ${error.message}`))
      page.on('dialog', (dialog) => {
        troubles.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== origin) troubles.push(`request: ${request.url()}`)
      })
      await page.goto(`${origin}/`)
      await page.locator('#place option').nth(5).waitFor({ state: 'attached' })
      return { page, origin, troubles }
    },
    async close(): Promise<void> {
      await browser.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Types a question, presses Enter and waits for its reply. */
export async function ask(page: Page, words: string) {
  const replies = page.locator('article.reply')
  const before = await replies.count()
  await page.locator('#text').fill(words)
  await page.keyboard.press('Enter')
  await replies.nth(before).waitFor()
  return replies.nth(before)
}

/** How far the page is wider than the window, in CSS pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
