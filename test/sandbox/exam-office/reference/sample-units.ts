import { type Reference } from '../contract/types'

type SampleUnit = Omit<Reference['units'][number], 'contacts'>

export const sampleUnits: SampleUnit[] = [
  { code: 'sample-city-service', name: '示例·市直后勤服务中心', district: 'city' },
  {
    code: 'sample-city-hospital',
    name: '示例·市属医院',
    district: 'city',
    department: 'sample-health-department',
  },
  { code: 'sample-central-station', name: '示例·驻焦观测站', district: 'central' },
  { code: 'sample-urban-works', name: '示例·城区环卫站', district: 'jiefang' },
  {
    code: 'sample-county-school',
    name: '示例·县属中学',
    district: 'xiuwu',
    department: 'sample-education-department',
  },
  { code: 'sample-county-library', name: '示例·县图书馆', district: 'boai' },
]
