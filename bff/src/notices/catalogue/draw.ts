import type { Announcement } from '../../applications/announcements'
import type { Edge } from '../../applications/table/edge'
import { catalogue, type CatalogueName, type PersonReminder, type PlaceReminder } from './catalogue'
import type { NoticeContent, Occasion, Told } from './notice'

const heading = `# Notices

Drawn from \`bff/src/notices/catalogue\` by \`npm run generate\`; do not edit. The words are those of a sample person; the instants are Beijing's.
Whatever is told lies in the inbox first, and goes out on one way besides (WeChat, or e-mail) where one is open. Reminders wait for the morning between
21:00 and 08:00; whatever else goes out at once.
`

const announced: Record<Announcement['name'], string> = {
  'refund-asked': 'a refund was asked of WeChat Pay',
  'refund-done': 'the money is back with the payer',
  'refund-stuck': 'the refund cannot be done that way: staff arrange it',
  'payment-held': 'money came that does not fit: staff look into it',
}

const twice = 'at half time and at 08:00 of the last day'

const reminded: Record<PersonReminder | PlaceReminder, string> = {
  'reminder-submit': `a draft with something in it, until registration closes: ${twice}`,
  'reminder-correct': `a return that is not mended, until its limit or the close of the review: ${twice}`,
  'reminder-pay': `a fee that can be paid and has not come, until the payment deadline: ${twice}`,
  'reminder-supplement': `a promised paper that has not come, until the exams begin: ${twice}; then once a week until one's own`,
  'reminder-review': `applications that wait for a unit or department, until the review closes: ${twice}, once for all of them`,
  'reminder-list': `报送名单, from the close of registration until its limit: on the first morning, ${twice}; none where no limit is set`,
}

/** docs/notices.md: every notice with when it is told, to whom and in which words, or why not. */
export function drawNotices(edges: readonly Edge[], sample: (name: CatalogueName) => Occasion): string {
  const names = Object.keys(catalogue).filter((name): name is CatalogueName => name in catalogue)
  const silent = edges.flatMap((edge) =>
    typeof edge.notice === 'string'
      ? []
      : [`- ${edge.event} (from ${edge.from ?? 'the beginning'}): ${edge.notice.none}`],
  )
  const sections = names.map((name) => drawOne(name, edges, sample(name)))
  return [heading, ...sections, '## Steps without a notice', '', ...silent, ''].join('\n')
}

function drawOne(name: CatalogueName, edges: readonly Edge[], occasion: Occasion): string {
  const { applicant, unit, department } = catalogue[name]
  return [
    `## ${name}`,
    '',
    `When: ${whenTold(name, edges)}.`,
    '',
    `- **applicant**: ${drawTold(applicant, occasion)}`,
    `- **unit**: ${drawTold(unit, occasion)}`,
    `- **department**: ${drawTold(department, occasion)}`,
    '',
  ].join('\n')
}

function whenTold(name: CatalogueName, edges: readonly Edge[]): string {
  const told: Readonly<Record<string, string>> = { ...announced, ...reminded }
  const other = told[name]
  if (other !== undefined) return other
  const from = new Map<string, string[]>()
  for (const edge of edges.filter(({ notice }) => notice === name)) {
    const states = from.get(edge.event) ?? []
    from.set(edge.event, states.includes(`${edge.from}`) ? states : [...states, `${edge.from}`])
  }
  return [...from].map(([event, states]) => `${event} (from ${states.join(', ')})`).join('; ')
}

function drawTold(told: Told, occasion: Occasion): string {
  return 'none' in told ? `none: ${told.none}` : drawContent(told.words(occasion))
}

function drawContent({ title, happened, todo, place, wechat }: NoticeContent): string {
  const words = [`【${title}】`, happened, todo ?? ''].join('')
  return `${words} → \`${place.page}\`; WeChat (${wechat.template}): ${wechat.what} · ${wechat.whom} · ${wechat.hint}`
}
