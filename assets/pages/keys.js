/** `j` and `k` lead to the next and the previous change of a page. Nothing needs it: each change links to its neighbours. */
const STEPS = { j: 1, k: -1 }

document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
  const step = STEPS[key]
  if (!step || ctrlKey || metaKey || altKey || target.closest('input, textarea, select')) return
  const changes = [...document.querySelectorAll('main [id^="change-"]')]
  const here = changes.findIndex(({ id }) => `#${id}` === location.hash)
  const first = step > 0 ? 0 : changes.length - 1
  const next = changes[here < 0 ? first : here + step]
  if (!next) return
  location.replace(`#${next.id}`)
  next.tabIndex = -1
  next.focus()
})
