import type { TermGroup } from '../types.ts'
import { label, notice, phrase } from './build.ts'

/** What Arabic captions say; shared by AE and SA. `source` is a key of the pack's authorities. */

export const arabicAds = (source: string, ours: string): readonly TermGroup[] => [
  label(source, 'ar', 'إعلان'),
  label(
    ours,
    'ar',
    'الإعلان',
    'إعلان مدفوع',
    'إعلان ممول',
    'إعلان تجاري',
    'محتوى إعلاني',
    'محتوى ممول',
    'شراكة مدفوعة',
    'إعلانات',
  ),
  notice(ours, 'ar', 'إعلان مدفوع', 'إعلان ممول', 'شراكة مدفوعة', 'محتوى إعلاني', 'هذا إعلان', 'هذا الفيديو إعلان'),
]

export const arabicHints = (source: string): readonly TermGroup[] => [
  label(source, 'ar', 'شكرا', 'شكراً', 'هدية', 'تعاون', 'بالتعاون', 'برعاية', 'سفير', 'سفيرة', 'دعاية', 'شراكة'),
  phrase(
    source,
    'ar',
    'شكرا {brand}',
    'شكراً {brand}',
    'شكرا ل {brand}',
    'شكرا لـ {brand}',
    'هدية من',
    'بالتعاون مع',
    'برعاية {brand}',
    'كل الشكر ل {brand}',
  ),
]
