import { Injectable } from '@nestjs/common'
import type { WayName } from '../rows/delivery-row'
import type { Way } from './way'

/** The ways that are there; each registers itself. */
@Injectable()
export class Ways {
  private readonly ways = new Map<WayName, Way>()

  register(way: Way): void {
    this.ways.set(way.name, way)
  }

  get(name: WayName): Way | undefined {
    return this.ways.get(name)
  }
}
