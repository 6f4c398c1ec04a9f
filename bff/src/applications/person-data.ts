import { Injectable } from '@nestjs/common'
import type { ApplicationForm } from '../contract'
import { FieldCipher } from '../platform/privacy/field-cipher'
import type { ApplicationRow } from './rows/application-row'

type SealedField = 'name' | 'idNumber' | 'phone'

/** Name, ID number and phone as they stand in the row: sealed, each bound to its field and row. */
@Injectable()
export class PersonData {
  constructor(private readonly cipher: FieldCipher) {}

  /** The columns of what the form gives; a part that is `null` clears its column, an absent one leaves it. */
  columns(id: string, form: { [K in SealedField]?: string | null }): Partial<ApplicationRow> {
    const sealed = (field: SealedField) => {
      const text = form[field]
      return text ? this.cipher.seal(place(field, id), text) : null
    }
    return {
      ...(form.name !== undefined && { nameSealed: sealed('name') }),
      ...(form.idNumber !== undefined && { idNumberSealed: sealed('idNumber') }),
      ...(form.phone !== undefined && { phoneSealed: sealed('phone') }),
    }
  }

  name(row: Pick<ApplicationRow, 'id' | 'nameSealed'>): string | undefined {
    return this.open('name', row.id, row.nameSealed)
  }

  /** The whole form, person data in the clear. */
  form(row: ApplicationRow): ApplicationForm {
    const { id, workExperience, declaration } = row
    const [name, idNumber, phone] = [
      this.name(row),
      this.open('idNumber', id, row.idNumberSealed),
      this.open('phone', id, row.phoneSealed),
    ]
    const unit = row.unitCode ? { code: row.unitCode } : row.unitName ? { typedName: row.unitName } : undefined
    return {
      ...(name && { name }),
      ...(idNumber && { idNumber }),
      ...(phone && { phone }),
      ...(unit && { unit }),
      ...(workExperience && { workExperience }),
      ...(declaration && { declaration }),
    }
  }

  private open(field: SealedField, id: string, sealed: string | null): string | undefined {
    return sealed === null ? undefined : this.cipher.open(place(field, id), sealed)
  }
}

const place = (field: SealedField, id: string): string => `application.${field}:${id}`
