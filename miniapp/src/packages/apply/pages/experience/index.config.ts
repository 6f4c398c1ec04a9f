export default definePageConfig({ navigationBarTitleText: '工作经历' })
