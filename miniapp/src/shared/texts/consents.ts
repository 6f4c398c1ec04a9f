/** Words that a person agrees to, each with the version that is recorded with the consent. Another wording is another version. */
export const privacy = {
  version: '2023-1',
  title: '个人信息怎么用',
  words: [
    '为了办理这次考核报名，要用到您的姓名、手机号、工作单位、工作经历和自查时的回答。',
    '只有您单位的经办人、主管部门和工考机构的审查人员能看到，只用来审查报名资格。',
    '您可以随时查看、改正；提交前可以不报，提交后可以撤回。',
  ],
  agree: '我看过了，同意这样使用我的个人信息',
}

export const sensitive = {
  version: '2023-2',
  title: '身份证号和材料照片（要单独同意）',
  words: [
    '身份证号、身份证照片、证件照和其他材料的照片是敏感个人信息。用来确认您本人、审查报名资格，避免重名和重复报名。',
    '身份证号加密保存，单位经办人在申报表里只看得到头尾几位和出生日期。照片不公开，只有您单位的经办人、主管部门和工考机构能看，打开看的图片上有水印，单位和主管部门谁看过都有记录。',
    '不同意就不能在这里报名，请问单位经办人怎么办理。',
  ],
  agree: '我单独同意使用我的身份证号和材料照片',
}

/** 承诺: accepted with the application. */
export const declaration = {
  version: '2023-1',
  title: '本人承诺',
  words: [
    '我填写的内容和要交的材料都真实、准确、完整，与本人人事档案一致。',
    '我知道一年只能报一个工种、一个等级。',
    '我知道填报虚假信息材料的，取消当年申报资格，两年内禁止再次申报。',
  ],
  /** 虚假材料. */
  clause: '三(四)',
  agree: '我看过了，我承诺',
}

/** 容缺 (三(三)): one paper that follows before the exam. `paper`: its title with the year. */
export const undertaking = {
  version: '2023-1',
  title: '容缺承诺书',
  words: (paper: string) => [
    `我的“${paper}”还没有经组织人事部门备案，现在交不了。`,
    '备案后，我在考试前把它拍照补交上来。',
    '我知道补交前要单位审核同意，最后的审查结果看补交的材料；到考试前没有补交，后果由我承担。',
  ],
  /** 承诺制，容缺后补. */
  clause: '三(三)',
  agree: '我看过了，我承诺考试前补交',
}
