/** The additions to pages where scripts run. Nothing needs it. Its words stand on the element that loads it. */
const { copy, copied, news, reload } = document.currentScript.dataset
const here = location.href.split('#')[0]

/** `j` and `k` lead to the next and the previous change; each change links to its neighbours too. */
const STEPS = { j: 1, k: -1 }

document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
  const step = STEPS[key]
  if (!step || ctrlKey || metaKey || altKey || target.closest('input, textarea, select')) return
  const changes = [...document.querySelectorAll('main [id^="change-"]')]
  const at = changes.findIndex(({ id }) => `#${id}` === location.hash)
  const first = step > 0 ? 0 : changes.length - 1
  const next = changes[at < 0 ? first : at + step]
  if (!next) return
  location.replace(`#${next.id}`)
  next.tabIndex = -1
  next.focus()
})

/** A button at each change and each claim that copies its address. It takes no room; rows a line each have theirs for the mouse only. */
if (navigator.clipboard)
  for (const thing of document.querySelectorAll('main [id^="change-"], .lane[id]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.setAttribute('aria-label', copy)
    if (thing.closest('.dense')) button.tabIndex = -1
    const place = thing.querySelector('.lane-label') ?? thing
    place.append(button)
  }

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('.copy')
  if (!button) return
  const thing = button.closest('[id]')
  const claim = thing.querySelector('.lane-name')
  await navigator.clipboard.writeText(claim ? claim.href : `${here}#${thing.id}`)
  button.setAttribute('aria-label', copied)
  setTimeout(() => button.setAttribute('aria-label', copy), 2000)
})

/** A range that is dragged on the line of time, or on the heads of columns, fills the form of versions and sends it. */
const axis = document.querySelector('form.range') && document.querySelector('.lane-head .axis')
const LEAST_DRAG = 6

if (axis) {
  axis.classList.add('zooms')
  axis.addEventListener('dragstart', (event) => event.preventDefault())
  axis.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' || event.button !== 0) return
    const onTime = event.target.closest('.time')
    const columns = [...axis.querySelectorAll('.columns li')]
    const marks = onTime ? [...onTime.querySelectorAll('.dot')] : columns
    const chosen = document.createElement('div')
    chosen.className = 'zoom'
    const left = axis.getBoundingClientRect().left
    let [from, to] = [event.clientX, event.clientX]
    const draw = ({ clientX }) => {
      ;[from, to] = [Math.min(event.clientX, clientX), Math.max(event.clientX, clientX)]
      if (to - from < LEAST_DRAG) return
      chosen.style.left = `${from - left}px`
      chosen.style.width = `${to - from}px`
      axis.append(chosen)
    }
    const end = ({ type }) => {
      removeEventListener('pointermove', draw)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
      chosen.remove()
      if (type === 'pointerup' && to - from >= LEAST_DRAG) show(columns, marks, from, to)
    }
    addEventListener('pointermove', draw)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
  })
}

/** Shows the versions whose marks have their middle between two places. */
function show(columns, marks, from, to) {
  const inside = columns.filter((_, i) => {
    const { left, width } = marks[i].getBoundingClientRect()
    return left + width / 2 >= from && left + width / 2 <= to
  })
  if (inside.length < 2) return
  const form = document.querySelector('form.range')
  form.elements.from.value = inside[0].value
  form.elements.to.value = inside.at(-1).value
  form.requestSubmit()
}

/**
 * Asks every minute while the page is seen whether it would read otherwise now, and says so. It never reloads by itself. It asks without
 * the session: a page of one has no ETag.
 */
const PERIOD = 60_000
const MOST_FAILURES = 5
let etag = null
let failures = 0
let waiting = false

async function ask() {
  // The first answer says what the page shows, and is asked for at once.
  waiting = document.hidden && etag !== null
  if (waiting) return
  let answer = null
  try {
    const headers = etag === null ? {} : { 'If-None-Match': etag }
    answer = await fetch(here, { method: 'HEAD', cache: 'no-store', credentials: 'omit', headers })
  } catch {
    // The network is away: as after a fault of the server it is asked again, ever later.
  }
  if (answer === null || answer.status >= 500) {
    if (++failures < MOST_FAILURES) setTimeout(ask, PERIOD * 2 ** failures)
    return
  }
  failures = 0
  const now = answer.headers.get('etag')
  // It may not be read any more, or is no page of the archive.
  if (answer.status >= 400 || now === null) return
  if (etag !== null && now !== etag) return tell()
  etag = now
  setTimeout(ask, PERIOD)
}

function tell() {
  const line = document.createElement('p')
  line.className = 'news'
  line.setAttribute('role', 'alert')
  const link = document.createElement('a')
  link.href = here
  link.textContent = reload
  line.append(`${news} `, link)
  document.body.append(line)
}

document.addEventListener('visibilitychange', () => waiting && ask())
if (news) void ask()
