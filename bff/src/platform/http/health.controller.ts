import { Controller, Get } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { DataSource } from 'typeorm'
import { AppError } from '../errors/app-error'

/** For the machine that runs us. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process lives. */
  @Get('healthz')
  healthz(): { status: 'ok' } {
    return { status: 'ok' }
  }

  /** The database answers and its tables are up to date; 503 otherwise. */
  @Get('readyz')
  async readyz(): Promise<{ status: 'ready' }> {
    const ready = await this.databaseIsReady().catch(() => false)
    if (!ready) throw new AppError('not-ready', {}, 503)
    return { status: 'ready' }
  }

  private async databaseIsReady(): Promise<boolean> {
    return !(await this.dataSource.showMigrations())
  }
}
