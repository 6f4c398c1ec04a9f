export default definePageConfig({ navigationBarTitleText: '提交前核对' })
