import { type FastifyInstance } from 'fastify'
import { fromOwnPage, formOf, readForms } from '../server/forms'
import { html, Html } from '../server/html'
import { page, sendPage } from '../server/page'
import { type CaughtMail } from './caught-mail'
import { type MailControl } from './control'

/** Where one reads what was sent, as its reader would. */
export function mailsPage(app: FastifyInstance, control: MailControl): void {
  readForms(app)
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || fromOwnPage(request)) return
    await sendPage(reply, framed('来路不对', html`<h1>这个表单不是从本页来的，没有照办。</h1>`), 403)
  })
  app.get('/', (_request, reply) => sendPage(reply, list(control)))
  app.get<{ Params: { no: string } }>('/mails/:no', ({ params }, reply) => {
    const mail = control.mails().find(({ no }) => String(no) === params.no)
    return mail
      ? sendPage(reply, one(mail))
      : sendPage(
          reply,
          framed(
            '没有这封信',
            html`<h1>没有这封信</h1>
              ${toList}`,
          ),
          404,
        )
  })
  // As a mail program shows it. The policy that goes with it lets nothing be loaded, and no script run.
  app.get<{ Params: { no: string } }>('/mails/:no/html', ({ params }, reply) => {
    const mail = control.mails().find(({ no }) => String(no) === params.no)
    return sendPage(reply, new Html(mail?.html ?? ''), mail ? 200 : 404)
  })
  app.post('/server', (request, reply) => {
    control.switches.down = formOf(request).get('down') === 'closed' ? 'closed' : 'no'
    return reply.redirect('/', 303)
  })
  app.post('/forget', (_request, reply) => {
    control.forgetMails()
    return reply.redirect('/', 303)
  })
}

const toList = html`<p><a href="/">回到全部邮件</a></p>`

function framed(title: string, body: Html): Html {
  return page(
    `${title} · 邮箱（演示）`,
    html`<header>
        <div><b>邮箱（演示）</b><span class="tag ask">演示用，信不会真的寄出去</span></div>
      </header>
      <main>${body}</main>`,
  )
}

function list(control: MailControl): Html {
  const mails = control.mails().reverse()
  const isDown = control.switches.down !== 'no'
  return framed(
    '全部邮件',
    html`<h1>寄出的邮件</h1>
      <p class="caption">这里代替邮件服务器和所有人的邮箱：报名系统寄给谁的信都在这里，新的在上面。</p>
      <div class="card">
        <div class="line">
          <span>邮件服务器：<b>${isDown ? '停机（信寄不出去，过一会儿再试）' : '正常'}</b></span>
          <form method="post" action="/server" class="end">
            <button name="down" value="${isDown ? 'no' : 'closed'}">${isDown ? '恢复正常' : '让它停机'}</button>
          </form>
        </div>
      </div>
      ${
        mails.length > 0
          ? html`<div class="card">
                <ul class="rows">
                  ${mails.map(row)}
                </ul>
              </div>
              <form method="post" action="/forget"><button>清空</button></form>`
          : html`<div class="card">
              <p>还没有信。在小程序的“我的”里填一个邮箱（随便写，比如 li@example.com），验证码就寄到这里。</p>
            </div>`
      }`,
  )
}

function row({ no, at, to, subject }: CaughtMail): Html {
  return html`<li>
    <a href="/mails/${no}">${subject || '（没有标题）'}</a>
    <p class="caption">寄给 ${to.join('、')} · ${beijing(at)}</p>
  </li>`
}

function one({ no, at, to, sender, subject, text, attachments }: CaughtMail): Html {
  return framed(
    subject,
    html`${toList}
      <h1>${subject || '（没有标题）'}</h1>
      <p class="caption">${sender} 寄给 ${to.join('、')} · ${beijing(at)}</p>
      <div class="card">${text.split('\n').map((line) => html`<p>${line}</p>`)}</div>
      ${attachments.map(({ filename, contentType }) => html`<p>附件：${filename}（${contentType}）</p>`)}
      <p><a href="/mails/${no}/html">看带格式的样子</a></p>`,
  )
}

/** `2023-03-20 09:00`, whatever zone the machine is in. */
const beijing = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
