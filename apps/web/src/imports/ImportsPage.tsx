import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Card } from '../parts/layout/Card.js';
import { InstantText } from '../parts/text/DayText.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { StatusWord } from './StatusWord.js';
import { StepHead } from './StepHead.js';
import { UploadCard } from './UploadCard.js';
import { useProgressWords } from './StepProgress.js';
import { usePastImports } from './useImport.js';

/** The first step, and past imports. */
export default function ImportsPage() {
  const translate = useTranslate();
  const past = usePastImports();
  const progressWords = useProgressWords();
  return (
    <>
      <StepHead title={translate('imports.title')} step="upload" />
      <UploadCard />
      <Card title={translate('imports.past')} flush>
        {past.error ? (
          <ErrorSentence error={past.error} onRetry={() => void past.refetch()} />
        ) : !past.data ? (
          <SkeletonTable rows={3} />
        ) : past.data.data.length === 0 ? (
          <EmptyState icon="imports" title={translate('imports.pastNone')} why={translate('imports.pastNoneWhy')} />
        ) : (
          <ScrollX label={translate('imports.past')}>
            <Table className="pastimports">
              <TableHead>
                <TableRow>
                  {(['file', 'kind', 'status', 'counts', 'by', 'at'] as const).map((column) => (
                    <TableCell key={column}>{translate(`imports.column.${column}`)}</TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {past.data.data.map((record) => (
                  <TableRow key={record.id} hover>
                    <TableCell>
                      <Link to={`/imports/${record.id}`} className="b">
                        {record.fileName}
                      </Link>
                    </TableCell>
                    <TableCell className="nw">{translate(`imports.kind.${record.kind}`)}</TableCell>
                    <TableCell className="nw">
                      <StatusWord status={record.status} />
                    </TableCell>
                    <TableCell className="nw t-2">
                      {progressWords(record) ||
                        (record.counts
                          ? translate('imports.pastCounts', { ...record.counts, skippedBy: undefined })
                          : (record.failure?.message ?? ''))}
                    </TableCell>
                    <TableCell className="nw">{record.createdBy.name}</TableCell>
                    <TableCell>
                      <InstantText at={record.createdAt} />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </ScrollX>
        )}
      </Card>
    </>
  );
}
