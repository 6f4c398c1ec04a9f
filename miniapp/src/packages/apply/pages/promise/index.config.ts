export default definePageConfig({ navigationBarTitleText: '容缺承诺书' })
