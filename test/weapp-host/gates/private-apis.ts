import type { AppJson, Dist } from '../host/dist'

/** APIs of the person's place: each one used must stand in requiredPrivateInfos, or the review stops the release. */
const exact = ['getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground']
const locationApis = [...exact, 'getFuzzyLocation', 'chooseLocation', 'choosePoi', 'chooseAddress']

/** Taro and other libraries name every API; only our own code counts. */
const ours = (file: string) => file.endsWith('.js') && !/^(taro|vendors|runtime)\.js$/.test(file)

export function privateApiProblems(dist: Dist, files: string[]): string[] {
  const code = files.filter(ours).map((file) => dist.read(file))
  const declared = dist.app.requiredPrivateInfos ?? []
  const used = locationApis.filter((api) => code.some((source) => source.includes(`.${api}(`)))
  return [
    ...used.filter((api) => !declared.includes(api)).map((api) => `${api} is used without requiredPrivateInfos`),
    ...declared.filter((api) => !used.includes(api)).map((api) => `${api} is declared but not used`),
    ...exclusive(declared),
    ...described(dist.app, declared),
  ]
}

const exclusive = (declared: string[]) =>
  declared.includes('getFuzzyLocation') && declared.some((api) => exact.includes(api))
    ? ['fuzzy and exact location exclude each other']
    : []

const described = (app: AppJson, declared: string[]) =>
  declared.some((api) => api.includes('Location')) && !app.permission?.['scope.userLocation']?.desc
    ? ['permission.scope.userLocation.desc is missing']
    : []
