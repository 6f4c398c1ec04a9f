import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { people } from '../people'
import { formOf, readForms } from '../server/forms'
import { html, type Html } from '../server/html'
import { page, sendPage } from '../server/page'
import { returnUrl } from '../server/return-url'
import { type WechatControl } from './control'

interface Preview {
  Querystring: { return?: string; appid?: string; person?: string }
}

/**
 * Where the H5 preview stands in for the phone: one chooses who one is, and goes back with that person's code. A code is carried to pages of this
 * machine only.
 */
export function previewPages(app: FastifyInstance, control: WechatControl): void {
  readForms(app)
  const show = (request: FastifyRequest<Preview>, reply: FastifyReply, ask: Ask): FastifyReply => {
    const back = returnUrl(request.query.return)
    return back ? sendPage(reply, choosePage(ask, request)) : sendPage(reply, wrongReturn, 400)
  }
  const leave = (request: FastifyRequest<Preview>, reply: FastifyReply, ask: Ask): FastifyReply => {
    const back = returnUrl(request.query.return)
    const person = formOf(request).get('person') ?? ''
    if (!back || !people.some(({ id }) => id === person)) return sendPage(reply, wrongReturn, 400)
    void reply.header('set-cookie', `preview-person=${person}; Path=/preview; HttpOnly; SameSite=Lax`)
    back.searchParams.set(ask.parameter, ask.mint(control, person, request.query.appid))
    return reply.redirect(back.toString(), 303)
  }
  for (const ask of asks) {
    app.get<Preview>(ask.path, (request, reply) => show(request, reply, ask))
    app.post<Preview>(ask.path, (request, reply) => leave(request, reply, ask))
  }
}

interface Ask {
  path: string
  title: string
  words: string
  /** Shows only who signed in last in this browser; `person=any` shows all. */
  onlySignedIn?: true
  /** The query parameter that the page goes back with; it stands before any `#`. */
  parameter: string
  mint(control: WechatControl, person: string, appid: string | undefined): string
}

const asks: Ask[] = [
  {
    path: '/preview/sign-in',
    title: '预览登录：您是哪一位？',
    words: '手机上由微信登录。这里是预览，请选一位示例人员，选好后自动返回。',
    parameter: 'code',
    mint: (control, person, appid) => control.mintLoginCode(person, appid),
  },
  {
    path: '/preview/phone-number',
    title: '预览：允许使用微信绑定的手机号',
    words: '手机上由微信弹窗询问。这里是预览，请点您自己，点好后自动返回。',
    onlySignedIn: true,
    parameter: 'phoneCode',
    mint: (control, person, appid) => control.mintPhoneCode(person, appid),
  },
]

function signedIn({ headers }: FastifyRequest<Preview>): string | undefined {
  return /(?:^|; )preview-person=([a-z]+)/.exec(headers.cookie ?? '')?.[1]
}

function choosePage(ask: Ask, request: FastifyRequest<Preview>): Html {
  const only = request.query.person ?? (ask.onlySignedIn && signedIn(request))
  const shown = people.filter(({ id }) => id === only)
  const choices = (shown.length ? shown : people).map(
    ({ id, name, phone, story }) =>
      html`<button class="choice" name="person" value="${id}">
        <b>${name}</b> <span class="caption">${phone}</span><br /><span class="caption">${story}</span>
      </button>`,
  )
  return page(
    ask.title,
    html`<main>
      <h1>${ask.title}</h1>
      <p class="caption">${ask.words}人员和号码都是示例，不对应真实的人。</p>
      <form method="post">${choices}</form>
    </main>`,
  )
}

const wrongReturn = page(
  '地址不对',
  html`<main>
    <h1>返回的地址不对</h1>
    <p>这个页面要从预览里打开。请回到预览，再点一次登录；已填的内容都还在。</p>
  </main>`,
)
