import { startClock } from '../../../../test/sandbox/clock/start-clock'
import { beijingDay, beijingTime, ManualClock } from './clock'
import { SandboxClock } from './sandbox-clock'

test('day and wall time are those of Asia/Shanghai, whatever the machine is set to', () => {
  const clock = new ManualClock('2023-03-28T15:59:59.999Z')
  expect([beijingDay(clock.now()), beijingTime(clock.now())]).toEqual(['2023-03-28', '23:59:59'])
  clock.advance(1)
  expect([beijingDay(clock.now()), beijingTime(clock.now())]).toEqual(['2023-03-29', '00:00:00'])
})

test("the sandbox's clock is followed, also after it was moved forward", async () => {
  const running = await startClock()
  const clock = new SandboxClock(`${running.url}/clock`)
  await clock.follow()
  try {
    expect(Math.abs(clock.now().getTime() - running.clock.now())).toBeLessThan(5_000)
    running.clock.advance(7 * 86_400_000)
    await clock.ask()
    expect(Math.abs(clock.now().getTime() - running.clock.now())).toBeLessThan(5_000)
  } finally {
    clock.stop()
    await running.close()
  }
})

test('without the sandbox there is no time to guess: the start fails', async () => {
  const running = await startClock()
  await running.close()
  await expect(new SandboxClock(`${running.url}/clock`).follow()).rejects.toThrow()
})
