import { PickerView, PickerViewColumn, View } from '@tarojs/components'
import { aria } from '../ui/aria'
import { type WheelsProps } from './wheel-column'

const shown = (columns: WheelsProps['columns']) => columns.map(({ items, index }) => items[index] ?? '').join('')

/** WeChat's own wheels. */
export const Wheels = ({ columns, onTurn }: WheelsProps) => (
  <PickerView
    className="wheels wheels--native"
    indicatorClass="wheels__indicator"
    immediateChange
    value={columns.map(({ index }) => index)}
    onChange={({ detail }) => onTurn(detail.value)}
    {...aria('slider', { label: `${columns.map(({ label }) => label).join('、')}，现在是 ${shown(columns)}` })}
  >
    {columns.map(({ label, items }) => (
      <PickerViewColumn key={label}>
        {items.map((item) => (
          <View key={item} className="wheels__item">
            {item}
          </View>
        ))}
      </PickerViewColumn>
    ))}
  </PickerView>
)
