import { packages, tabs } from './packages'

const h5 = process.env.TARO_ENV === 'h5'
const tab = (page: (typeof tabs)[number], text: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: `assets/${page}.png`,
  selectedIconPath: `assets/${page}-on.png`,
})

export default defineAppConfig({
  pages: tabs.map((page) => `pages/${page}/index`),
  subPackages: Object.entries(packages).map(([name, pages]) => ({
    root: `packages/${name}`,
    name,
    pages: pages.map((page) => `pages/${page}/index`),
  })),
  window: {
    backgroundTextStyle: 'light',
    backgroundColor: '#F6F7F9',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTitleText: '工勤技能等级考核',
    navigationBarTextStyle: 'black',
    // Taro's bar of H5 cuts titles at 100 px and cannot be reached by keyboard: the Page draws one there
    ...(h5 ? { navigationStyle: 'custom' } : {}),
  },
  tabBar: {
    color: '#5C6470',
    selectedColor: '#0B5CAB',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [tab('home', '首页'), tab('applications', '我的申报'), tab('me', '我的')],
  },
  // one look, checked for contrast; half a dark mode would be white on white
  darkmode: false,
  lazyCodeLoading: 'requiredComponents',
  ...(h5 ? { animation: false } : {}),
})
