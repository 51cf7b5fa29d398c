// The plain chat page: asks /api/v1/ask and draws the reply's blocks. Texts go in as text, never as markup.
const byId = (id) => document.getElementById(id)
const log = byId('log')
const place = byId('place')
const status = byId('status')
const text = byId('text')
// randomUUID is there on https and localhost only; a bureau's inner network may be plain http.
const session =
  crypto.randomUUID?.() ??
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16)).join('-')

const draw = {
  title: ({ text }) => make('h2', text),
  text: ({ text }) => make('p', text, /^\d+\. /.test(text) ? 'step' : ''),
  notice: ({ text }) => make('p', `※ ${text}`, 'notice'),
  source: ({ text }) => make('p', text, 'source'),
  section: ({ title, lines }) => group(make('h3', title), make('p', lines.join('\n'))),
  checklist: ({ title, items }) => {
    const list = make('ul', '', 'checklist')
    for (const item of items) {
      const entry = make('li')
      if (item.box) {
        const label = make('label')
        const box = make('input')
        box.type = 'checkbox'
        label.append(box, make('span', item.text))
        entry.append(label)
      } else entry.append(make('p', item.text))
      list.append(entry)
    }
    return group(make('h3', title), list)
  },
  choices: ({ choices }) => {
    const buttons = choices.map(({ label }, index) => {
      const button = make('button', `${index + 1}. ${label}`)
      button.type = 'button'
      button.addEventListener('click', ({ detail }) => {
        // Pressed by a key (detail 0): the button is about to be switched off, keep the focus where one goes on.
        if (detail === 0) text.focus()
        send(String(index + 1), label)
      })
      return button
    })
    const box = make('div', '', 'choices')
    box.append(...buttons)
    return box
  },
}

function make(tag, content = '', className = '') {
  const element = document.createElement(tag)
  element.append(...withLinks(content))
  if (className) element.className = className
  return element
}

// Web addresses, and phone numbers with an area code ("0777-2833005") or a hotline's ("12333").
const LINK =
  /(?<url>https?:\/\/[\w./?=&%#:~+-]*[\w/])|(?<![\w-])(?<phone>0\d{2,3}[-—]\d{7,8}|123(?:33|45))(?![\w-])/g

/** The text cut into plain parts and links to open or to dial. */
function withLinks(content) {
  const parts = []
  let from = 0
  for (const { 0: words, index, groups } of content.matchAll(LINK)) {
    const link = document.createElement('a')
    link.textContent = words
    if (groups.phone) link.href = `tel:${words.replace('—', '-')}`
    else Object.assign(link, { href: words, target: '_blank', rel: 'noopener noreferrer' })
    parts.push(content.slice(from, index), link)
    from = index + words.length
  }
  return [...parts, content.slice(from)]
}

function group(...children) {
  const fragment = document.createDocumentFragment()
  fragment.append(...children)
  return fragment
}

function say(who, ...children) {
  const article = make('article', '', who)
  article.append(make('span', who === 'mine' ? '您说：' : '问办：', 'hidden'), ...children)
  log.append(article)
  return article
}

async function send(message, shown = message) {
  // What was offered before is answered now: a late press must not choose from the next offer.
  for (const button of log.querySelectorAll('.choices button')) button.disabled = true
  const mine = say('mine', document.createTextNode(shown))
  mine.scrollIntoView({ block: 'end' })
  status.textContent = '正在查指南……'
  const reply = await ask(message)
  status.textContent = ''
  const drawn = reply
    ? say('reply', ...reply.blocks.map((block) => draw[block.type]?.(block) ?? ''))
    : say(
        'reply',
        make('p', '没能发出去，请检查网络后再试一次，或拨打 12333（外地加拨参保地区号）。', 'notice'),
      )
  if (!reply && !text.value && shown === message) write(message)
  // The place the answer holds for is shown as the chosen one.
  const where = [...place.options].find(({ value }) => value && value === reply?.item?.region)
  if (where) where.selected = true
  // From the question on where it is short, else from the reply's first line.
  const first = mine.offsetHeight < log.clientHeight / 4 ? mine : drawn
  first.scrollIntoView({ block: 'start' })
}

/** The reply to a message; undefined when it could not be sent or was refused. */
async function ask(message) {
  try {
    const response = await fetch('api/v1/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        text: message,
        session,
        channel: 'web',
        ...(place.value && { place: place.value }),
      }),
      signal: AbortSignal.timeout(30000),
    })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}

/** Puts words into the box, as high as they need up to its limit. */
function write(words) {
  text.value = words
  fit()
}

function fit() {
  text.style.height = 'auto'
  const borders = text.offsetHeight - text.clientHeight
  text.style.height = `${text.scrollHeight + borders}px`
}

byId('ask').addEventListener('submit', (event) => {
  event.preventDefault()
  const message = text.value.trim()
  if (!message) return
  write('')
  send(message)
})
text.addEventListener('input', fit)
text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    byId('ask').requestSubmit()
  }
})
byId('where').addEventListener('submit', (event) => event.preventDefault())

const large = byId('large')
const setLarge = (on) => {
  document.documentElement.classList.toggle('large', on)
  large.setAttribute('aria-pressed', String(on))
  fit()
}
large.addEventListener('click', () => {
  const on = large.getAttribute('aria-pressed') !== 'true'
  setLarge(on)
  // Private windows may refuse to remember; the switch works all the same.
  try {
    localStorage.setItem('wenban.large', on ? '1' : '')
  } catch {}
})
try {
  setLarge(localStorage.getItem('wenban.large') === '1')
} catch {}

say(
  'reply',
  make(
    'p',
    '您好，这里是问办。请选好地方（或直接在话里说），再说说要办的事，比如：“厂子倒了，失业金怎么领”“社保卡丢了怎么补”。',
  ),
)
try {
  const { places } = await (await fetch('api/v1/places')).json()
  for (const { region, name } of places) {
    const option = document.createElement('option')
    option.textContent = name
    option.value = region
    place.append(option)
  }
} catch {
  // Without the list the place can still be said in words.
  byId('where').hidden = true
}
