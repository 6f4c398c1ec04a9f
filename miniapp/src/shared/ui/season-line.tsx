import { View } from '@tarojs/components'
import { type Season } from '../texts/season'
import { aria, decoration } from './aria'

const said = { done: '已结束', now: '正在进行', ahead: '还没开始' }

/** The season as five dots, with today on it. */
export const SeasonLine = ({ season }: { season: Season }) => (
  <View className="season">
    <View className="season__dots" {...aria('list', { label: `${season.year} 年度安排` })}>
      {season.stages.map(({ name, days, state }) => (
        <View
          key={name}
          className={`season__stage season__stage--${state}`}
          {...aria('listitem', { label: `${name}，${days}，${said[state]}` })}
        >
          <View className="season__dot" {...decoration} />
          <View className="season__name" {...decoration}>
            {name}
          </View>
          <View className="season__days" {...decoration}>
            {days}
          </View>
        </View>
      ))}
    </View>
    {season.today && <View className="season__today">{season.today}</View>}
  </View>
)
