import { Matches, MaxLength, MinLength, IsIn, IsOptional, IsString, IsUUID } from 'class-validator'
import type { Crop, UploadQuery } from '../../contract'
import { AppError } from '../../platform/errors/app-error'

const fraction = '(?:0(?:\\.\\d{1,6})?|1(?:\\.0{1,6})?)'

export class UploadQueryDto implements UploadQuery {
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  paper: string

  @IsOptional()
  @IsIn(['0', '1', '2', '3'])
  rotation?: string

  @IsOptional()
  @Matches(new RegExp(`^${fraction},${fraction},${fraction},${fraction}$`))
  crop?: string

  @IsOptional()
  @IsUUID()
  replaces?: string
}

/** What the person asks for with the file. */
export interface UploadRequest {
  paper: string
  rotation: 0 | 1 | 2 | 3
  crop: Crop | null
  replaces: string | null
}

/** @throws AppError `body-invalid` where the crop leaves the picture */
export function uploadRequest({ paper, rotation, crop, replaces }: UploadQueryDto): UploadRequest {
  return {
    paper,
    rotation: turns.find((turn) => String(turn) === rotation) ?? 0,
    crop: crop === undefined ? null : cropOf(crop),
    replaces: replaces ?? null,
  }
}

const turns = [0, 1, 2, 3] as const
const leastPart = 0.01

function cropOf(text: string): Crop {
  const [x = 0, y = 0, width = 0, height = 0] = text.split(',').map(Number)
  if (width < leastPart || height < leastPart || x + width > 1.000001 || y + height > 1.000001)
    throw new AppError('body-invalid', { fields: [{ field: 'crop', checks: ['inside'] }] })
  return { x, y, width, height }
}
