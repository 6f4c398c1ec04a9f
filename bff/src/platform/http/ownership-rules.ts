import { Injectable } from '@nestjs/common'
import type { Principal } from './principal'
import type { OwnershipRule } from './route-row'

/** `params` are those of the path. False is answered as 404: whether the thing exists is not told. */
export type OwnershipCheck = (principal: Principal, params: Readonly<Record<string, string>>) => Promise<boolean>

@Injectable()
export class OwnershipRules {
  private readonly checks = new Map<OwnershipRule, OwnershipCheck>()

  register(rule: OwnershipRule, check: OwnershipCheck): void {
    this.checks.set(rule, check)
  }

  async holds(rule: OwnershipRule, principal: Principal, params: Readonly<Record<string, string>>): Promise<boolean> {
    const check = this.checks.get(rule)
    if (!check) throw new Error(`Nobody checks the rule ${rule}`)
    return check(principal, params)
  }
}
