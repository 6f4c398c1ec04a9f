/** The body of every failed request. Its words are written once, on the screen that says them. */
export interface ErrorBody {
  code: ErrorCode
  facts: Record<string, unknown>
  requestId: string
}

interface ErrorRule {
  status: number
  /** When it is answered, with the facts that come along. */
  when: string
  /** What the phone should do. */
  phone: string
}

/** Every code that the BFF answers with. */
export const errorRules = {
  // the request itself
  'body-invalid': {
    status: 400,
    when: 'not JSON, or fields of wrong kind {fields}',
    phone: 'say which field; a fault of ours',
  },
  'body-too-large': { status: 413, when: 'larger than the route takes {limit}', phone: 'shorten what was typed' },
  'media-type-unsupported': { status: 415, when: 'the body is not JSON', phone: 'a fault of ours' },
  'not-found': { status: 404, when: 'no such thing, or not for this account', phone: 'go back and load again' },
  'not-ready': { status: 503, when: 'the database does not answer', phone: 'never seen by a phone' },
  internal: { status: 500, when: 'a fault of ours; requestId finds it', phone: 'keep what was typed, offer to retry' },
  'if-match-missing': { status: 428, when: 'an edit without If-Match', phone: 'a fault of ours' },
  'if-match-invalid': { status: 400, when: 'If-Match is no version', phone: 'a fault of ours' },
  'version-conflict': {
    status: 412,
    when: 'changed elsewhere meanwhile {stored}',
    phone: 'show both, let the person choose',
  },
  'idempotency-key-missing': {
    status: 400,
    when: 'a creating request without a usable Idempotency-Key',
    phone: 'a fault of ours',
  },
  'idempotency-key-reused': { status: 409, when: 'same key, other content', phone: 'take a new key' },
  'cursor-invalid': { status: 400, when: 'a cursor that we did not give', phone: 'load from the start' },
  // who is asking
  'session-missing': { status: 401, when: 'no token, or one that we do not know', phone: 'sign in again silently' },
  'session-expired': { status: 401, when: 'the access token is over', phone: 'refresh, then repeat the request' },
  'refresh-invalid': {
    status: 401,
    when: 'the refresh token is over, unknown or was used twice',
    phone: 'sign in again',
  },
  'not-a-contact': {
    status: 403,
    when: "the phone number is not on the office's list today",
    phone: 'say who keeps the list',
  },
  'not-your-own': {
    status: 403,
    when: 'a contact decides on an application that he made or whose person he is',
    phone: 'say who else can decide',
  },
  'not-your-unit': { status: 403, when: 'a contact of another unit', phone: 'say so' },
  // WeChat
  'wechat-code-invalid': {
    status: 401,
    when: 'the login code is over, used, or of another appid',
    phone: 'once more with a new wx.login, then 请重新登录',
  },
  'wechat-blocked': { status: 403, when: 'WeChat holds the account for high risk', phone: 'say so, name the counter' },
  'wechat-busy': { status: 503, when: 'WeChat is busy or away', phone: 'try again with a new code' },
  'phone-code-invalid': { status: 409, when: 'the phone code is over or used', phone: '已过期，请再点一次' },
  'phone-unavailable': { status: 503, when: 'WeChat gives no phone number now', phone: 'offer to type the number' },
  // applications
  'registration-not-open': {
    status: 409,
    when: 'submitted before the first day {opensOn}',
    phone: 'say when it opens; what was typed stays',
  },
  'registration-closed': { status: 409, when: 'at or after {closedAt}', phone: 'say when it closed and who helps' },
  'review-closed': {
    status: 409,
    when: 'a unit or department decides at or after {closedAt}',
    phone: 'say that the office decides now',
  },
  'not-editable': {
    status: 409,
    when: 'these items may not be changed now {items}',
    phone: 'show what may be changed',
  },
  'unit-approved-already': {
    status: 409,
    when: 'another unit, after the first one has approved',
    phone: 'say that the new unit has to review: withdraw and apply anew',
  },
  'not-possible-now': { status: 409, when: 'no such step from here {state, event}', phone: 'load again' },
  'form-incomplete': { status: 422, when: 'something is still needed {missing}', phone: 'lead to the first one' },
  'form-invalid': {
    status: 422,
    when: 'fields cannot be right {problems: [{field, code}]}',
    phone: 'say it beside the field',
  },
  'id-number-invalid': {
    status: 422,
    when: 'the ID number cannot be right {problem}',
    phone: 'say it beside the field',
  },
  'id-number-claimed': {
    status: 409,
    when: 'another account uses this ID number {claimId}',
    phone: 'say that the unit contact decides',
  },
  'facts-invalid': { status: 422, when: 'answers cannot be right {problems}', phone: 'lead to the question' },
  'verdict-differs': {
    status: 409,
    when: 'phone and server differ {phone, server, assessment, law}',
    phone: 'show both, go on with the server’s',
  },
  'grade-not-eligible': {
    status: 409,
    when: 'not eligible for this grade {verdict, lean?, assessment}',
    phone: 'show the clause and the way by hand',
  },
  'approval-not-eligible': {
    status: 409,
    when: 'with what the unit attests the person is not eligible for this grade {verdict, lean?, assessment}',
    phone: 'name the clause to the contact, offer to return it',
  },
  'live-application-exists': { status: 409, when: 'the person has one already {applicationId?}', phone: 'open it' },
  'correction-limit-passed': {
    status: 409,
    when: 'too late to correct {until, limit}',
    phone: 'say until when it was and whom to call',
  },
  'pack-unknown': { status: 404, when: 'no such campaign {pack}', phone: 'load the campaign again' },
  'consent-needed': {
    status: 422,
    when: 'consent to these words is missing, or of an unknown version {kind, version}',
    phone: 'ask for it',
  },
  'declaration-needed': { status: 422, when: 'the declaration is not accepted', phone: 'ask for it' },
  // pages of papers
  'paper-unknown': {
    status: 404,
    when: 'the application does not ask for this paper {paper}',
    phone: 'load the list of papers again',
  },
  'file-missing': { status: 400, when: 'an upload without a part `file`', phone: 'a fault of ours' },
  'file-empty': { status: 422, when: '0 bytes', phone: 'say that the file is empty, take it again' },
  'file-too-large': { status: 413, when: 'larger than {limitBytes}', phone: 'say the limit, offer to photograph it' },
  'file-kind-unknown': {
    status: 415,
    when: 'not JPEG, PNG, WebP, HEIC or PDF by its bytes {kind?}',
    phone: 'say which kinds are taken, offer to photograph it',
  },
  'file-broken': {
    status: 422,
    when: 'the header cannot be read',
    phone: 'say that it cannot be opened, take it again',
  },
  'picture-too-large': {
    status: 422,
    when: 'more pixels than {limitPixels} {width, height}',
    phone: 'offer to photograph it',
  },
  'picture-too-small': {
    status: 422,
    when: 'so few pixels that nothing can be read {width, height, leastPixels}',
    phone: 'offer to take it again',
  },
  'pdf-locked': { status: 422, when: 'a PDF with a password', phone: 'say so, offer to photograph it' },
  'pdf-too-many-pages': { status: 422, when: 'more pages than {limit} {pages}', phone: 'say how many are taken' },
  'paper-full': { status: 409, when: 'the paper has its most pages already {max}', phone: 'say so, delete one first' },
  'too-many-uploads': {
    status: 409,
    when: 'this account brought {limit} pages within a day, those that were deleted again included',
    phone: 'say so; nothing is lost, tomorrow it goes on',
  },
  'page-unknown': { status: 404, when: 'no such page of this application', phone: 'load the list of papers again' },
  'page-fixed': { status: 409, when: 'the page was handed on and was not returned', phone: 'say so' },
  'pages-checking': {
    status: 409,
    when: 'submitted while pages are still looked at {pages}',
    phone: 'wait and submit by itself once they are done',
  },
  'order-incomplete': {
    status: 422,
    when: 'the new order does not name exactly the pages of the paper',
    phone: 'load the list of papers again',
  },
  'promise-not-allowed': {
    status: 409,
    when: 'this paper cannot be promised {paper}',
    phone: 'say that it has to be photographed',
  },
  'store-unavailable': {
    status: 503,
    when: 'the page store is full or away; nothing was kept',
    phone: 'mark the page for retry, try again later by itself',
  },
  'link-over': { status: 403, when: 'a link to a page that is over or not signed by us', phone: 'load the list again' },
  // payment
  'payment-not-possible': {
    status: 409,
    when: 'nothing is to be paid online now {state, reason?}',
    phone: 'load the payment again and show what it says',
  },
  'payment-unavailable': {
    status: 503,
    when: 'WeChat Pay did not answer, or its outcome is unknown; the order stays as it is',
    phone: 'offer to try again: it is the same order, nobody pays twice',
  },
  'payment-refused': {
    status: 503,
    when: 'WeChat Pay refuses this service or this order for good {code}',
    phone: 'say that staff look into it, that nothing was paid, and whom to call',
  },
  // e-mail
  'email-invalid': {
    status: 422,
    when: 'no address that mail can go to, or one that its mail server refuses',
    phone: 'ask to look at it again',
  },
  'email-unavailable': {
    status: 503,
    when: 'no mail goes out now: the mail server does not take any, or none is set up',
    phone: 'say to try again later; notices go on by WeChat and in the app',
  },
  'too-many-codes': {
    status: 409,
    when: 'this account has asked for {limit} codes today',
    phone: 'say that it goes on tomorrow',
  },
  'email-code-wrong': { status: 409, when: 'not the code that was sent {left}', phone: 'say how many tries are left' },
  'email-code-over': {
    status: 409,
    when: 'no code is expected: over, used up, tried too often, or none was asked for',
    phone: 'offer to send a new one',
  },
  // messages from the office and from WeChat Pay
  'signature-invalid': {
    status: 401,
    when: 'a message that the office or WeChat Pay did not sign',
    phone: 'never seen by a phone',
  },
} as const satisfies Record<string, ErrorRule>

export type ErrorCode = keyof typeof errorRules
