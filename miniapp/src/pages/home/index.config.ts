export default definePageConfig({ navigationBarTitleText: '工勤技能等级考核' })
