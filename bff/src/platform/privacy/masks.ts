/** What others may see of person data. Characters are counted as people do: rare ones (𬭎) are one, not two. */
export const maskIdNumber = (idNumber: string): string => maskBetween(idNumber, 1, 1, '***')

/** 王* : family name only, whatever the length. */
export const maskName = (name: string): string => maskBetween(name, 1, 0, '*')

export const maskPhone = (phone: string): string => maskBetween(phone, 3, 4, '****')

function maskBetween(text: string, first: number, last: number, mask: string): string {
  const characters = [...text]
  if (characters.length <= first + last) return mask
  return characters.slice(0, first).join('') + mask + (last === 0 ? '' : characters.slice(-last).join(''))
}
