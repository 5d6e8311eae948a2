import { useTranslations } from 'next-intl';
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/table';

const ASPECTS = ['active', 'skipped', 'backward', 'cohort'] as const;
const VENDORS = [
  'ours',
  'ashby',
  'greenhouse',
  'greenhouseFormula',
  'comeet',
  'jazzhr',
  'smartrecruiters',
  'crewwork',
] as const;

/** Why the same hires give another rate elsewhere. */
export function VendorTable() {
  const t = useTranslations('reports.vendors');
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">{t('title')}</h3>
      <p className="text-muted">{t('why')}</p>
      <Table aria-label={t('title')} className="text-sm">
        <thead>
          <TableRow>
            <TableHead>{t('vendor')}</TableHead>
            {ASPECTS.map((aspect) => (
              <TableHead key={aspect}>{t(`aspects.${aspect}`)}</TableHead>
            ))}
          </TableRow>
        </thead>
        <tbody>
          {VENDORS.map((vendor) => (
            <TableRow key={vendor} className={vendor === 'ours' ? 'bg-selected' : undefined}>
              <th scope="row" className="px-2 py-1 text-left font-medium">
                {t(`${vendor}.name`)}
              </th>
              {ASPECTS.map((aspect) => (
                <TableCell key={aspect} className="min-w-20">
                  {t(`${vendor}.${aspect}`)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
