import { askingFiles, lateAsking, waitsBefore } from './consent-taps'
import { filesOf, isSpec, isTypeScript, read, repository } from './source-files'

const sources = filesOf(repository, 'miniapp/src')
  .filter((file) => isTypeScript(file) && !isSpec(file))
  .map((file) => read(repository, file))

const device = 'miniapp/src/shared/device/subscribe.weapp.ts'

test('[danger 52] in every handler that asks for messages nothing comes before the asking', () => {
  expect(lateAsking(sources)).toEqual([])
  expect(askingFiles(sources)).toEqual([
    'miniapp/src/packages/apply/pages/review/index.tsx',
    'miniapp/src/packages/apply/parts/pay/pay-bar.tsx',
    'miniapp/src/packages/notices/parts/settings/wechat-card.tsx',
    'miniapp/src/packages/unit-desk/pages/person/index.tsx',
  ])
})

test('[danger 52] only the one device file calls WeChat, and between the tap and the call nothing is awaited', () => {
  const callers = sources.filter(({ text }) => /requestSubscribeMessage\s*\(/.test(text))
  expect(callers.map(({ path }) => path)).toEqual([device])
  expect(callers.flatMap((source) => waitsBefore(source, 'requestSubscribeMessage'))).toEqual([])
})

const found = (text: string) => lateAsking([{ path: 'a.tsx', text }])

test.each([
  `const bar = { onPress: () => void askToSubscribe(['todo']).then(() => send()) }`,
  `const onPress = () => void askToSubscribe(['todo'], { onceOn }).then(flow.pay)`,
  `const a = <Button onPress={() => void askToSubscribe(kinds).then(onAsked)} />`,
  `const onPress = async () => { await askToSubscribe(['todo']); await send() }`,
])('%s is in time', (text) => {
  expect(found(text)).toEqual([])
})

test.each([
  `const onPress = async () => { await save(); await askToSubscribe(['todo']) }`,
  `const onPress = () => { setBusy(true); void askToSubscribe(['todo']) }`,
  `const onPress = () => void save().then(() => askToSubscribe(['todo']))`,
  `const onPress = () => void run(async () => { await askToSubscribe(['todo']) })`,
  `const onPress = () => void askToSubscribe(kindsOf(day)).then(send)`,
  `const onPress = async () => { if (ready) await askToSubscribe(['todo']) }`,
  `useEffect(() => void askToSubscribe(['todo']), [])`,
  `const ask = () => askToSubscribe(['todo'])`,
])('%s is too late, or no tap at all', (text) => {
  expect(found(text)).toEqual([expect.stringMatching(/^a\.tsx:1: askToSubscribe /)])
})

test.each([
  `const ask = async () => { await load(); return wx.requestSubscribeMessage({}) }`,
  `const ask = () => load().then(() => wx.requestSubscribeMessage({}))`,
  `const ask = () => setTimeout(() => wx.requestSubscribeMessage({}), 0)`,
])('%s lets the tap go by', (text) => {
  expect(waitsBefore({ path: 'a.ts', text }, 'requestSubscribeMessage')).toHaveLength(1)
})
