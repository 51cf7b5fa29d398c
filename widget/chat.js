// The plain chat page: asks /api/v1/ask and draws the reply's blocks. Texts go in as text, never as markup.
const byId = (id) => document.getElementById(id)
const log = byId('log')
const place = byId('place')
const text = byId('text')
const session = crypto.randomUUID?.() ?? String(Math.random()).slice(2)

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
      button.addEventListener('click', () => send(String(index + 1), label))
      return button
    })
    const box = make('div', '', 'choices')
    box.append(...buttons)
    return box
  },
}

function make(tag, content = '', className = '') {
  const element = document.createElement(tag)
  element.textContent = content
  if (className) element.className = className
  return element
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
  article.scrollIntoView({ block: who === 'mine' ? 'end' : 'start' })
}

async function send(message, shown = message) {
  say('mine', document.createTextNode(shown))
  try {
    const response = await fetch('api/v1/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: message, session, channel: 'web', ...(place.value && { place: place.value }) }),
      signal: AbortSignal.timeout(30000),
    })
    const body = await response.json()
    if (!response.ok) throw new Error(body.error?.message)
    say('reply', ...body.blocks.map((block) => draw[block.type](block)))
  } catch (error) {
    say('reply', make('p', `没能发出去：${error.message || '网络不通'}。请再试一次，或拨打 12333。`, 'notice'))
  }
}

byId('ask').addEventListener('submit', (event) => {
  event.preventDefault()
  const message = text.value.trim()
  if (!message) return
  text.value = ''
  send(message)
})
text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    byId('ask').requestSubmit()
  }
})
byId('where').addEventListener('submit', (event) => event.preventDefault())

const places = await fetch('api/v1/places').then((response) => response.json())
for (const { region, name } of places.places) {
  const option = make('option', name)
  option.value = region
  place.append(option)
}
say('reply', make('p', '您好，这里是问办。请选好地方（或直接在话里说），再说说要办的事。'))
