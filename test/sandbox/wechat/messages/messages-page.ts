import { type FastifyInstance, type FastifyReply } from 'fastify'
import { people } from '../../people'
import { formOf, fromOwnPage, readForms } from '../../server/forms'
import { html, type Html } from '../../server/html'
import { page, sendPage } from '../../server/page'
import { type MessageControl } from './message-control'
import { type PopupAnswer, type Pushed, type ReceivedMessage } from './types'

interface Asking {
  Querystring: { person?: string; told?: string }
}

/** Where one reads the messages of WeChat that sample persons got, and answers for them whether they may come. */
export function messagesPages(app: FastifyInstance, control: MessageControl): void {
  readForms(app)
  app.addHook('preHandler', async (request, reply) => {
    if (!fromOwnPage(request)) return reply.code(403).send({ code: 'another-origin' })
  })
  app.get('/', (_request, reply) => reply.redirect('/messages', 302))
  app.get<Asking>('/messages', ({ query }, reply) => sendPage(reply, messagesPage(control, query)))
  app.post('/messages', async (request, reply) => {
    const form = formOf(request)
    const person = form.get('person') ?? ''
    if (!people.some(({ id }) => id === person)) return sendPage(reply, messagesPage(control, {}), 400)
    const answer = form.get('answer') === 'accept' ? 'accept' : 'reject'
    return back(reply, person, await play(control, person, answer))
  })
}

/** The same answer for all templates, as with the one button of the popup. */
function play(control: MessageControl, person: string, answer: PopupAnswer): Promise<Pushed | undefined> {
  return control.answer(person, Object.fromEntries(control.templates.map(({ name }) => [name, answer])))
}

function back(reply: FastifyReply, person: string, pushed: Pushed | undefined): FastifyReply {
  const told = pushed === undefined ? 'none' : pushed.answer === 'success' ? 'taken' : 'refused'
  return reply.redirect(`/messages?person=${person}&told=${told}`, 303)
}

const toldWords: Readonly<Record<string, { text: string; bad?: true }>> = {
  taken: { text: '已答，报名系统已收到。' },
  refused: { text: '已答，但报名系统没有收下这条事件。', bad: true },
  none: { text: '已答。没有设置消息推送的地址，报名系统不知道。', bad: true },
}

function messagesPage(control: MessageControl, { person, told }: Asking['Querystring']): Html {
  const words = toldWords[told ?? '']
  const messages = [...control.received()].reverse()
  return page(
    '服务通知 · 微信（演示）',
    html`<header>
        <div><b>微信（演示）</b><span class="caption">代替微信的服务通知，没有真的消息发出</span></div>
      </header>
      <main>
        ${words && html`<div class="card ${words.bad ? 'red' : 'green'}" role="status">${words.text}</div>`}
        <h1>服务通知</h1>
        <p class="caption">手机上由微信询问是否接收；这里替示例人员回答。每同意一次，每类消息可以发一条。</p>
        ${askForm(control, person)} ${messages.length > 0 ? messages.map(messageCard) : nothingYet}
      </main>`,
  )
}

const nothingYet = html`<div class="card">
  <p>还没有消息。先替一个人点“同意”，再让他的申报有进展，消息会到这里。</p>
</div>`

function askForm(control: MessageControl, chosen: string | undefined): Html {
  const left = (person: string): string =>
    control.templates.map(({ name, title }) => `${title} ${control.left(person, name)}`).join('，')
  return html`<form method="post" class="card">
    <h2>是否接收：${control.templates.map(({ title }) => title).join('、')}</h2>
    <label for="person">替谁回答</label>
    <select id="person" name="person">
      ${people.map(
        ({ id, name }) =>
          html`<option value="${id}" ${id === chosen && html`selected`}>${name}（还能发：${left(id)}）</option>`,
      )}
    </select>
    <div class="actions">
      <button class="main" name="answer" value="accept">同意</button>
      <button name="answer" value="reject">取消</button>
    </div>
  </form>`
}

function messageCard({ person, template, data, page: leadsTo, at }: ReceivedMessage): Html {
  const name = people.find(({ id }) => id === person)?.name ?? person
  const rows = Object.entries(template.fields).map(
    ([key, label]) =>
      html`<dt>${label}</dt>
        <dd>${data[key]}</dd>`,
  )
  return html`<div class="card">
    <div class="line">
      <h2>${template.title}</h2>
      <span class="end">给 ${name}</span>
    </div>
    <dl>${rows}</dl>
    <p class="caption">${minuteOf(at)} · 点开到 ${leadsTo ?? '首页'}</p>
  </div>`
}

/** `2023-03-20 09:00`, Beijing. */
function minuteOf(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
