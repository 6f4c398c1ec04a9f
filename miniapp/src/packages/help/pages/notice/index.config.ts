export default definePageConfig({ navigationBarTitleText: '看懂这份通知' })
