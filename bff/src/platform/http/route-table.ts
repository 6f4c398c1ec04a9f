import { Injectable } from '@nestjs/common'
import type { RouteRow } from './route-row'
import { routes } from './routes'

/** Finds a request's row. HEAD is answered by the handler of GET. */
@Injectable()
export class RouteTable {
  private readonly rows = new Map<string, RouteRow>(routes.map((row) => [`${row.method} ${row.path}`, row]))

  rowOf(method: string, path: string): RouteRow | undefined {
    return this.rows.get(`${method === 'HEAD' ? 'GET' : method} ${path}`)
  }
}
