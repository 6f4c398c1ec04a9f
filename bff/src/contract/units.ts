/** GET /api/v1/units?query=&cursor=&limit=, public: what the person picks the employer from. */
export interface UnitItem {
  code: string
  name: string
  district: string
  /** Name of the 主管部门, where there is one. */
  department?: string
  /** false: the office's list names nobody there who could review an application. */
  hasContacts: boolean
}

export interface UnitPage {
  items: UnitItem[]
  /** Cursor of the next page; absent on the last. */
  next?: string
  /** `not-loaded`: the list is unknown, the unit is typed. */
  reference: 'loaded' | 'not-loaded'
}
