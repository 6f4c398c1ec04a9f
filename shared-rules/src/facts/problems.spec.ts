import { currentPack as pack } from '../policies'
import { parseFacts } from './parse-facts'

describe('a refused fact', () => {
  it('says in Chinese what is wrong and what to do', () => {
    const parsed = parseFacts({ birthDate: '1975-02-31', occupation: 'cook' }, pack)
    const messages = parsed.ok ? [] : parsed.problems.map((problem) => problem.message)
    expect(messages).toEqual(['没有这一天，请核对年月日（1900年至2100年）', '工种目录里没有这个工种，请从目录中选择'])
  })
})
