import { people } from '../people'
import { type Addresses } from './services'

/** What one reads in the terminal once everything runs. */
export function readyWords(at: Addresses, second: boolean): string {
  const person = ({ name, story }: { name: string; story: string }): string => `    ${name}  ${story}`
  return `
  打开 / Open:                        ${at.web}/
  扮演工考办 / Play the exam office:  ${at.office}/
  看微信支付 / See WeChat Pay:        ${at.pay}/
  看微信通知 / See WeChat's messages: ${at.wechat}/messages
  看邮件 / Read the mails:            ${at.mail}/

  可以这样试 / What to try:
    1. 打开首页，不用登录就能做“自查”，一题一题答，看每个等级的结论和依据。
       Do the self-check without signing in; see the verdict per grade and its clauses.
    2. 点登录，选“示例·李师傅”；填申报表；“材料”里拍照，或选任意图片（docs/gallery 里的也行）；提交。
       Sign in as 示例·李师傅, fill in the application, photograph the papers or pick any picture (docs/gallery has some), submit.
    3. 退出登录，换“示例·张经办”登录，点“用微信手机号”，再点“去审核”，通过。（另开一个无痕窗口，两个人可以同时在。）
       Sign out, sign in as 示例·张经办, use the WeChat phone number, open the unit desk, approve. (A private window keeps both.)
    4. 在工考办页面打开这份申报，看材料，退回一处或一页；回到“我的申报”照着改，再提交。
       At the exam office look at the pages, return something or one page; correct it and send it again.
    5. 在工考办页面审查通过，再看“经过”。“时钟与故障”可以把时间往前拨，或让工考办停机。
       Accept it, then look at the timeline. The clock can be moved forward, the office be taken down.
    6. 缴费：先在工考办页面的“基础数据”里填考务费和缴费截止日，再审查通过；回到“示例·李师傅”的申报，点缴费，在演示收银台里确认支付
       （或取消、付了却没有返回……）；在微信支付页面看谁真的付了、补发通知、办退款。不会真的扣钱。
       Pay: set fee and payment deadline at the exam office, accept, pay as 示例·李师傅 and play the payer; WeChat Pay's page shows who really
       paid, sends a notification again, settles refunds. No money moves.

  示例人员 / Sample people:
${people.map(person).join('\n')}

  ${second ? '沿用上次的数据；npm start -- --fresh 重新开始。 / Data of the last start; --fresh begins anew.' : '数据都在 .local/start；下次启动接着用。 / Data in .local/start; the next start goes on with it.'}
  按 Ctrl-C 结束。 / Ctrl-C ends everything.
`
}
