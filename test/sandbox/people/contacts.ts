import { sampleIdNumber } from './id-number'
import { type SamplePerson } from './person'

export const contacts: SamplePerson[] = [
  {
    id: 'zhang',
    name: '示例·张经办',
    phone: '12000002001',
    email: 'sample-zhang@example.invalid',
    idNumber: sampleIdNumber('1979-02-14', 4),
    role: 'unit-contact',
    unit: 'sample-city-service',
    story: '“示例·市直后勤服务中心”的单位经办人',
  },
  {
    id: 'ma',
    name: '示例·马经办',
    phone: '12000002002',
    idNumber: sampleIdNumber('1982-05-27', 6),
    role: 'unit-contact',
    unit: 'sample-city-hospital',
    story: '“示例·市属医院”的单位经办人',
  },
  {
    id: 'he',
    name: '示例·何主管',
    phone: '12000003001',
    email: 'sample-he@example.invalid',
    idNumber: sampleIdNumber('1977-09-08', 8),
    role: 'department-contact',
    unit: 'sample-health-department',
    story: '“示例·市卫生主管部门”的经办人，审核市属医院的申报',
  },
]
