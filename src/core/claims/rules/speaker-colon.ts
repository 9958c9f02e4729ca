/** `Lee: Bridge will reopen`, `Bridge will reopen – Lee`: a headline's way of naming who says it. */
import { type AttributionRule, record } from '../attribution.ts'

export const speakerColon: AttributionRule = (scene, progress) => {
  const { tokens } = scene
  if (scene.end > 40) return
  let at = 0
  while (at < 6 && (tokens[at]?.tag === 'name' || tokens[at]?.text === '.' || tokens[at]?.lower === 'of')) at++
  if (at === 0 || tokens[at]?.text !== ':' || at + 2 >= scene.end) return
  if (
    /^(?:correction|update|updated|note|breaking|analysis|opinion|watch|photos|video|live|exclusive)$/.test(
      tokens[0]?.lower ?? '',
    )
  )
    return
  record(progress, {
    rule: 'speaker-colon',
    source: [0, at],
    cue: [at, at + 1],
    lemma: 'say',
    content: [[at + 1, scene.end]],
    denied: false,
    level: 'certain',
  })
}
