import { Injectable } from '@nestjs/common'
import { ContactDirectory, type ContactPlace, type ListedContact } from '../platform/http/principal'
import { FieldCipher } from '../platform/privacy/field-cipher'
import { Settings } from '../platform/settings/settings'
import { CampaignReference } from './campaign-reference'
import { contactEmailField } from './reference-row'
import { ReferenceStore } from './reference-store'

/** Who is a contact, by the list as it is stored now. */
@Injectable()
export class ReferenceContacts extends ContactDirectory {
  constructor(
    private readonly store: ReferenceStore,
    private readonly reference: CampaignReference,
    private readonly settings: Settings,
    private readonly cipher: FieldCipher,
  ) {
    super()
  }

  async contactsOf(phoneDigest: string): Promise<ContactPlace[]> {
    const rows = await this.store.contactsBy(this.settings.campaign, phoneDigest)
    if (rows.length === 0) return []
    const { data } = await this.reference.current()
    return rows.flatMap(({ role, placeCode: code }) => {
      const places = role === 'unit-contact' ? data.units : data.departments
      const place = places.find((one) => one.code === code)
      return place ? [{ code, name: place.name, role }] : []
    })
  }
  async contactsAt(role: ContactPlace['role'], placeCode: string): Promise<ListedContact[]> {
    const rows = await this.store.contactsAt(this.settings.campaign, role, placeCode)
    return rows.map(({ id, phoneDigest, email }) => ({
      phoneDigest,
      ...(email !== null && { email: this.cipher.open(contactEmailField(id), email) }),
    }))
  }
}
