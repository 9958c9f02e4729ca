/** Tells the page that shows this one in a frame how high it is. */
const tell = () => {
  const { height } = document.documentElement.getBoundingClientRect()
  parent.postMessage({ type: 'claimtrail:height', height: Math.ceil(height) }, '*')
}

if (parent !== window) new ResizeObserver(tell).observe(document.documentElement)
