export { sampleBrand } from './brand.ts'
export { sampleGuidelines } from './guidelines.ts'
export { samplePartners } from './partners.ts'
