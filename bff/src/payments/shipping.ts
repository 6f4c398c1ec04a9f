import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

@Injectable()
export class Shipping {
  async enqueue(_manager: EntityManager, _payment: object): Promise<void> {}
}
