export default definePageConfig({ navigationBarTitleText: '联系审查单位' })
