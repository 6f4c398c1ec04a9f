/** The notices by which the State Council's office (国务院办公厅) set the holidays; a year is added here once its notice is out. */
export const holidayNotices: Readonly<Record<number, { number: string; address: string }>> = {
  2022: {
    number: '国办发明电〔2021〕11号',
    address: 'http://www.gov.cn/zhengce/content/2021-10/25/content_5644835.htm',
  },
  2023: {
    number: '国办发明电〔2022〕16号',
    address: 'http://www.gov.cn/zhengce/content/2022-12/08/content_5730844.htm',
  },
  2024: { number: '国办发明电〔2023〕7号', address: 'https://www.gov.cn/zhengce/content/202310/content_6911527.htm' },
  2025: {
    number: '国办发明电〔2024〕12号',
    address: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
  },
  2026: { number: '国办发明电〔2025〕7号', address: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm' },
}

export const noticeTitle = (year: number) => `国务院办公厅关于${year}年部分节假日安排的通知`
