import { databaseKinds, World, type RunningApp } from '../../app.fixture'
import { Transactions } from '../database/transaction'
import { Jobs } from '../jobs/jobs'
import { Outbox } from '../outbox/outbox'
import { OutboxRow } from '../outbox/outbox-row'
import { Metrics } from './metrics'

const token = 'a-token-of-sixteen-or-more'

describe.each(databaseKinds)('what is watched, on %s', (kind) => {
  let world: World
  let app: RunningApp
  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start({ METRICS_TOKEN: token })
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const scrape = (given: string = token) => app.call('GET', '/metrics', { token: given })
  const lines = async (start: string): Promise<string[]> => {
    const { body } = await scrape()
    return String(body)
      .split('\n')
      .filter((line) => line.startsWith(start))
  }

  it('is told in the format of Prometheus, with the process itself', async () => {
    const { status, headers, body } = await scrape()
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(headers.get('content-type')).toContain('text/plain')
    expect(body).toContain('process_cpu_seconds_total')
    expect(body).toContain('nodejs_eventloop_lag_seconds')
  })

  it('is told to nobody without the token, nor with one that is nearly right', async () => {
    for (const wrong of ['', 'x', token.slice(0, -1), `${token}x`, token.toUpperCase()]) {
      const answer = await scrape(wrong)
      expect([answer.status, answer.body.code]).toEqual([401, 'session-missing'])
    }
    expect((await app.call('GET', '/metrics')).status).toBe(401)
    const basic = { authorization: `Basic ${token}` }
    expect((await app.call('GET', '/metrics', { headers: basic })).status).toBe(401)
  })

  it('messages that wait and that were refused are counted by topic, with the age of the oldest', async () => {
    const [transactions, outbox] = [app.app.get(Transactions), app.app.get(Outbox)]
    const ids = await transactions.run(async (manager) => {
      const message = (aggregate: string) => outbox.enqueue(manager, { topic: 'sample', aggregate, payload: {} })
      return [await message('a'), await message('b'), await message('c')]
    })
    const [refused] = ids
    await transactions.run((manager) => manager.update(OutboxRow, { id: refused }, { state: 'dead' }))
    world.clock.advance(90_000)
    expect(await lines('registration_outbox_messages{topic="sample"')).toEqual([
      'registration_outbox_messages{topic="sample",state="dead"} 1',
      'registration_outbox_messages{topic="sample",state="waiting"} 2',
    ])
    const ages = await lines('registration_outbox_oldest_seconds{topic="sample"')
    expect(ages.map((line) => Number(line.split(' ')[1]))).toEqual([90, 90])
    await transactions.run((manager) => manager.update(OutboxRow, { topic: 'sample' }, { state: 'done' }))
    expect(await lines('registration_outbox_messages{topic="sample"')).toEqual([])
  })

  it('a job that broke and one that is late are told', async () => {
    const jobs = app.app.get(Jobs)
    let broken = true
    const run = async () => {
      if (broken) throw new Error('broken')
    }
    jobs.register({ name: 'sample-job', everySeconds: 60, run })
    await jobs.runDue()
    expect(await lines('registration_job_failing{job="sample-job"}')).toEqual([
      'registration_job_failing{job="sample-job"} 1',
    ])
    expect(await lines('registration_job_late_seconds{job="sample-job"}')).toEqual([
      'registration_job_late_seconds{job="sample-job"} 0',
    ])
    world.clock.advance(200_000)
    expect(await lines('registration_job_late_seconds{job="sample-job"}')).toEqual([
      'registration_job_late_seconds{job="sample-job"} 140',
    ])
    broken = false
    await jobs.runDue()
    expect(await lines('registration_job_failing{job="sample-job"}')).toEqual([
      'registration_job_failing{job="sample-job"} 0',
    ])
  })

  it('a gauge that cannot be read is left out, and takes no other along', async () => {
    const metrics = app.app.get(Metrics)
    let readable = true
    const read = async () => {
      if (!readable) throw new Error('the database is away')
      return [{ value: 3 }]
    }
    metrics.gauge({ name: 'registration_sample', help: 'a sample', read })
    metrics.counter('registration_sample_total', 'a sample').inc()
    expect(await lines('registration_sample ')).toEqual(['registration_sample 3'])
    readable = false
    expect(await lines('registration_sample ')).toEqual([])
    expect(await lines('registration_sample_total')).toEqual(['registration_sample_total 1'])
    expect((await scrape()).status).toBe(200)
  })
})

test('without a token in the settings there is nothing to be found', async () => {
  const world = await World.open('sqlite')
  const app = await world.start()
  for (const given of [undefined, '', 'undefined', token]) {
    const answer = await app.call('GET', '/metrics', { ...(given !== undefined && { token: given }) })
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
  }
  await app.close()
  await world.close()
})
