import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Settings } from '../settings/settings'
import { createDataSource, type Schema } from './data-source'
import { migrate } from './migrate'
import { Transactions } from './transaction'

/** Opens the database, brings its tables up to date and gives `Transactions` to every feature. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static forSchema(schema: Schema): DynamicModule {
    const dataSource = {
      provide: DataSource,
      inject: [Settings],
      useFactory: async (settings: Settings): Promise<DataSource> => {
        const opened = await createDataSource(settings.database, schema).initialize()
        await migrate(opened)
        return opened
      },
    }
    return { module: DatabaseModule, providers: [dataSource, Transactions], exports: [DataSource, Transactions] }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy()
  }
}
