import { Injectable, Logger } from '@nestjs/common'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'

export interface Reading {
  labels?: Record<string, string>
  value: number
}

export interface GaugeSpec {
  /** `registration_…`, with its unit: `…_seconds`. */
  name: string
  help: string
  labels?: string[]
  /** Asked at each scrape; what is not among its readings is not told. */
  read(): Promise<Reading[]>
}

/**
 * What a monitoring system may ask of this process. Features register gauges, which are read from the database when they are asked for, and
 * counters, which count since the process began.
 */
@Injectable()
export class Metrics {
  private readonly logger = new Logger('metrics')
  private readonly registry = new Registry()

  readonly contentType = this.registry.contentType

  /** Memory, CPU, event loop and garbage of the process itself. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry })
  }

  gauge({ name, help, labels = [], read }: GaugeSpec): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: labels,
      registers: [this.registry],
      collect: async () => {
        const readings = await this.readingsOf(name, read)
        // In one go: another scrape at the same time sees all of it or nothing.
        gauge.reset()
        if (readings.length === 0 && labels.length === 0) gauge.remove()
        for (const { labels: labelled = {}, value } of readings) gauge.set(labelled, value)
      },
    })
  }

  counter(name: string, help: string, labels: string[] = []): Counter {
    return new Counter({ name, help, labelNames: labels, registers: [this.registry] })
  }

  /** In the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics()
  }

  /** A gauge that cannot be read is left out, and takes no other along: a missing series is what one sets an alarm on. */
  private async readingsOf(name: string, read: GaugeSpec['read']): Promise<Reading[]> {
    try {
      return await read()
    } catch (error) {
      this.logger.warn({ err: error, metric: name }, 'a gauge could not be read')
      return []
    }
  }
}
