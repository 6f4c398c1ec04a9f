import type { PackTexts } from '../../pack-texts'

export const papers: PackTexts['papers'] = {
  'id-card': { title: '身份证', reason: '实名报名要核对本人身份', hint: '正反两面' },
  photo: { title: '证件照', reason: '报名表和证书要用', hint: '尺寸和底色以工考办公布的为准' },
  'education-certificate': { title: '学历证书', reason: '证明文化程度', hint: '毕业证书原件' },
  'grade-certificate': { title: '等级证书', reason: '证明已有的等级、工种和发证日期', hint: '有照片和发证日期的内页' },
  'regularisation-evidence': { title: '转正定级材料', reason: '证明已按时转正定级', hint: '人事档案里的转正定级表' },
  'work-years-evidence': {
    title: '参加工作时间材料',
    reason: '证明工作年限',
    hint: '人事档案里的招工、录用或工资审批表',
  },
  'appointment-evidence': { title: '二级岗位聘任材料', reason: '证明已聘任至二级岗位', hint: '聘任文件或聘用合同' },
  'yearly-assessment': { title: '年度考核登记表', reason: '证明近5年考核结果', hint: '有单位盖章的一页' },
  undertaking: { title: '承诺书', reason: '2022年考核结果还没备案，先承诺，考试前补传' },
  commendation: { title: '表彰证书或文件', reason: '证明受到的表彰' },
  'may-day-medal': { title: '五一劳动奖章证书', reason: '证明获得五一劳动奖章' },
  'technical-expert': { title: '技术能手证书', reason: '证明获得技术能手称号' },
  competition: { title: '技能竞赛获奖证书', reason: '证明竞赛名次' },
  patent: { title: '专利证书', reason: '证明专利和本人名次' },
  'unique-skill': { title: '绝招、绝技、绝活证明', reason: '证明受到同行业认可' },
  'model-worker': { title: '劳动模范、先进工作者证书', reason: '证明获得的称号' },
  innovation: { title: '技术成果证书', reason: '证明成果和本人是主要完成者' },
  'frontline-evidence': { title: '防疫一线证明', reason: '证明防疫一线经历' },
}
