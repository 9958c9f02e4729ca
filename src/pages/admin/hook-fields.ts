/** The fields of a webhook, which the form for a new one and that for one that stands share. */
import { BY_WEIGHT } from '../../core/changes/weight.ts'
import type { hookJson } from '../../http/json/hook-json.ts'
import { KIND_WORDS } from '../../http/words/kinds-in-words.ts'
import { type FieldsOf, fieldsOf, type Option } from '../editing/fields.ts'
import type { Draft } from '../editing/submit.ts'
import { html, type Markup, NONE } from '../markup.ts'
import { HOOKS } from '../words/editors/admin-words.ts'

/** The fields, as the forms send them. */
export const HOOK_FIELDS = {
  url: 'text',
  format: 'text',
  every: 'text',
  at: 'text',
  description: 'kept',
  'filters.kind': 'list',
  'filters.zone': 'text',
  'filters.source': 'text',
  'filters.acknowledged': 'text',
  'filters.article': 'text',
  'filters.publication': 'text',
  since: 'text',
} as const

export type HookJson = ReturnType<typeof hookJson>

/** Whether it is on, why it is not, and how often it failed. */
export const hookState = ({ enabled, disabled_reason, failures }: HookJson): Markup =>
  html`<b>${enabled ? HOOKS.enabled : HOOKS.disabled}</b>${disabled_reason === null ? NONE : html`: ${disabled_reason}`}${failures > 0 ? html`; ${HOOKS.failures(failures)}` : NONE}`

/** How it is sent what: "Slack, every day at 08:00". */
export const deliveredText = ({ format, every, at }: HookJson): string =>
  `${HOOKS.formats[format]}, ${HOOKS.rhythms[every]}${every === 'write' ? '' : ` ${HOOKS.atTime(at)}`}`

/** The filters as they are stored, by their names in the interface. */
export const filtersText = (filters: HookJson['filters']): string =>
  Object.entries(filters)
    .map(([name, value]) => `${name}: ${[value].flat().join(', ')}`)
    .join('; ') || HOOKS.all

const optionsOf = (words: Readonly<Record<string, string>>): Option[] => Object.entries(words)

/** The controls of a form of a webhook. `more` stands between the address and the filters. */
export function hookControls(draft: Draft, more: (fields: FieldsOf) => Markup = () => NONE): Markup[] {
  const fields = fieldsOf('hook', draft)
  const { text, choice, checks } = fields
  const kinds = BY_WEIGHT.map((kind): Option => [kind, KIND_WORDS[kind].label])
  return [
    text({ name: 'url', label: HOOKS.url, type: 'url', required: true }),
    text({ name: 'description', label: HOOKS.description }),
    choice({ name: 'format', label: HOOKS.format, options: optionsOf(HOOKS.formats) }),
    choice({ name: 'every', label: HOOKS.every, options: optionsOf(HOOKS.rhythms) }),
    text({ name: 'at', label: HOOKS.at, hint: HOOKS.atHint }),
    more(fields),
    html`<h3>${HOOKS.filters}</h3>`,
    checks({ name: 'filters.kind', label: HOOKS.kind, options: kinds }),
    choice({ name: 'filters.zone', label: HOOKS.zone, options: [['', HOOKS.anyZone], ...optionsOf(HOOKS.zones)] }),
    choice({ name: 'filters.acknowledged', label: HOOKS.acknowledged, options: optionsOf(HOOKS.acknowledgedChoices) }),
    text({ name: 'filters.source', label: HOOKS.source }),
    text({ name: 'filters.article', label: HOOKS.article }),
    text({ name: 'filters.publication', label: HOOKS.publication }),
  ]
}
