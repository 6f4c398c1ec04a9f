import type { Occupation } from '../pack'

/**
 * SAMPLE DATA. The directory of the 67 工种 (豫人社办〔2022〕93号) is not public: the office loads it. These codes are ours, and
 * `switchboard-operator` is marked cancelled only as a sample.
 */
export const sampleOccupations: readonly Occupation[] = [
  { code: 'car-driver', name: '汽车驾驶员' },
  { code: 'car-mechanic', name: '汽车维修工' },
  { code: 'storekeeper', name: '保管工' },
  { code: 'office-equipment-repairer', name: '办公设备维修工' },
  { code: 'military-electronics-assembler', name: '军工电子设备制造工' },
  { code: 'switchboard-operator', name: '话务员', cancelled: true, successors: ['office-equipment-repairer'] },
]
