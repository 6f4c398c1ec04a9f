import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'

/** Who is asking, as the server found out: never anything that the request's body says. */
export interface Principal {
  accountId: string
  sessionId: string
  /** Units and 主管部门 of which the verified phone is a contact today. Codes of the office's list. */
  unitCodes: string[]
  departmentCodes: string[]
  /** Of this request: what is written about it can be found in the log. */
  requestId: string
}

/** The account behind an access token. */
export interface Identity {
  accountId: string
  sessionId: string
  /** FieldIndex digest of the phone number that WeChat verified. */
  phoneDigest?: string
}

/** Filled by `session`. Throws `session-missing` or `session-expired`. */
export abstract class Authenticator {
  abstract identify(accessToken: string): Promise<Identity>
  /** FieldIndex digest of the account's phone number that WeChat verified; undefined: it has none. */
  abstract phoneDigestOf(accountId: string): Promise<string | undefined>
  /** Who the account is for WeChat: a payment is ordered for one openid. Never answered to a phone. */
  abstract openidOf(accountId: string): Promise<string>
  /** Who WeChat's openid is with us; undefined: it never signed in. */
  abstract accountOf(openid: string): Promise<string | undefined>
  /** Accounts for which WeChat verified that phone number (FieldIndex digest), the newest verification first: a number may pass to somebody else. */
  abstract accountsOf(phoneDigest: string): Promise<string[]>
}

/** One unit or 主管部门 of which somebody is a contact. */
export interface ContactPlace {
  code: string
  name: string
  role: 'unit-contact' | 'department-contact'
}

/** A contact as the list has him, whether he ever signed in or not. */
export interface ListedContact {
  phoneDigest: string
  /** Where the office has given one. */
  email?: string
}

/** Filled by `units`, from the office's list as it is stored now: who leaves the list loses the right at the next request. */
export abstract class ContactDirectory {
  abstract contactsOf(phoneDigest: string): Promise<ContactPlace[]>
  /** Everybody who is a contact of this unit or 主管部门 now. */
  abstract contactsAt(role: ContactPlace['role'], placeCode: string): Promise<ListedContact[]>

  /** Codes of the units and 主管部门 of which the bearer of this number is a contact now. */
  async codesOf(phoneDigest: string | undefined): Promise<Pick<Principal, 'unitCodes' | 'departmentCodes'>> {
    const places = phoneDigest === undefined ? [] : await this.contactsOf(phoneDigest)
    const codes = (role: ContactPlace['role']): string[] =>
      places.filter((place) => place.role === role).map(({ code }) => code)
    return { unitCodes: codes('unit-contact'), departmentCodes: codes('department-contact') }
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    principal?: Principal
  }
}

export function principalOf(request: FastifyRequest): Principal {
  if (!request.principal) throw new Error('This route is public: nobody is known to be asking')
  return request.principal
}

/** `@Caller() principal: Principal` on every route that is not public. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext) =>
  principalOf(context.switchToHttp().getRequest<FastifyRequest>()),
)
