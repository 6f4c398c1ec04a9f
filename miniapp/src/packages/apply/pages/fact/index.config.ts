export default definePageConfig({ navigationBarTitleText: '核对情况' })
