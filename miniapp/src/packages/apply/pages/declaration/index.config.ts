export default definePageConfig({ navigationBarTitleText: '本人承诺' })
