import { imports } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ImportQuestion } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Card } from '../parts/layout/Card.js';
import { DayText } from '../parts/text/DayText.js';
import { showWan } from '../parts/text/money.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { useMay } from '../providers/abilities.js';
import type { importsZh } from './imports.zh.js';

type Word = keyof typeof importsZh.imports.question;

/** The server's name for the whole zone as the place of a standard. */
const WHOLE_ZONE = '全区';

/** A question that only a person can decide, with all its effects; a yes is valid for exactly this. */
export function QuestionCard({
  question,
  busy,
  onAnswer,
}: {
  question: ImportQuestion;
  busy: boolean;
  onAnswer: (yes: boolean) => void;
}) {
  const translate = useTranslate();
  const mayImport = useMay()(imports.change);
  const { confirmed } = question;
  const say = (word: Word, facts: object = {}): string => translate(`imports.question.${word}`, facts);
  const { word, count, Part } = parts[question.question as keyof typeof parts];
  const title = say(word, { year: question.year, count: count(question) });
  return (
    <div className={confirmed ? 'questioncard' : 'questioncard asked'}>
      <Card
        flush
        title={
          <span className="row">
            <VerdictGlyph verdict={confirmed ? 'met' : 'warning'} size={14} />
            {title}
          </span>
        }
        caption={say(`${word}Caption`)}
      >
        <div className="list">
          <Part question={question} say={say} />
        </div>
        {mayImport && (
          <div className="foot noprint">
            {confirmed ? (
              <Button disabled={busy} onClick={() => onAnswer(false)}>
                {say('undo')}
              </Button>
            ) : (
              <Button variant="contained" disabled={busy} onClick={() => onAnswer(true)}>
                {say(`${word}Yes`, { year: question.year })}
              </Button>
            )}
            <span className="caption">{say(confirmed ? 'yes' : 'notAnswered')}</span>
          </div>
        )}
      </Card>
    </div>
  );
}

interface PartProps {
  question: ImportQuestion;
  say: (word: Word) => string;
}

function Rows({
  label,
  heads,
  children,
}: {
  label: string;
  heads: readonly (readonly [word: string, right?: boolean])[];
  children: ReactNode;
}) {
  return (
    <ScrollX label={label}>
      <Table>
        <TableHead>
          <TableRow>
            {heads.map(([word, right]) => (
              <TableCell key={word} align={right ? 'right' : 'left'}>
                {word}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>{children}</TableBody>
      </Table>
    </ScrollX>
  );
}

function Versions({ question: { versions }, say }: PartProps) {
  const translate = useTranslate();
  const perMu = (value: string | null): string =>
    value === null ? translate('parts.gauge.notSet') : showWan(translate, value);
  const unit = translate('parts.unit.perMu');
  return (
    <Rows
      label={say('closeYes')}
      heads={[
        [say('closeRow'), true],
        [translate('imports.field.indicator')],
        [translate('imports.field.place')],
        [`${say('closeBefore')} ${unit}`, true],
        [say('closesOn')],
        [`${say('closeAfter')} ${unit}`, true],
        [translate('imports.field.validFrom')],
      ]}
    >
      {versions.map((one) => (
        <TableRow key={`${one.row} ${one.indicator}`}>
          <TableCell align="right" className="strong">
            {one.row}
          </TableCell>
          <TableCell className="nowrap">{translate(`indicators.name.${one.indicator}`)}</TableCell>
          <TableCell>
            {[one.placeName === WHOLE_ZONE ? translate('standards.level.zone') : one.placeName, one.industryName]
              .filter(Boolean)
              .join(' · ')}
          </TableCell>
          <TableCell align="right">{perMu(one.perMuWanBefore)}</TableCell>
          <TableCell>
            <DayText day={one.closesOn} />
          </TableCell>
          <TableCell align="right" className="strong">
            {perMu(one.perMuWan)}
          </TableCell>
          <TableCell>
            <DayText day={one.validFrom} />
          </TableCell>
        </TableRow>
      ))}
    </Rows>
  );
}

function Days({ question: { days }, say }: PartProps) {
  return (
    <Rows label={say('day')} heads={[[say('day')], [say('yearBefore')], [say('yearAfter')], [say('dayName')]]}>
      {days.map((one) => (
        <TableRow key={one.day}>
          <TableCell>
            <DayText day={one.day} />
          </TableCell>
          <TableCell className="quiet">{say(one.before ?? 'ordinary')}</TableCell>
          <TableCell className="strong">{say(one.after ?? 'ordinary')}</TableCell>
          <TableCell>{one.name}</TableCell>
        </TableRow>
      ))}
    </Rows>
  );
}

function Figures({ question: { figures }, say }: PartProps) {
  const translate = useTranslate();
  const header = (word: 'enterpriseName' | 'indicator' | 'year'): string => translate(`imports.field.${word}`);
  return (
    <Rows
      label={say('figuresYes')}
      heads={[
        [say('closeRow'), true],
        [header('enterpriseName')],
        [header('indicator')],
        [header('year')],
        [say('figure'), true],
        [say('against'), true],
        [translate('imports.faultReason')],
      ]}
    >
      {figures.map((one) => (
        <TableRow key={`${one.row} ${one.indicator}`}>
          <TableCell align="right" className="strong">
            {one.row}
          </TableCell>
          <TableCell>{one.enterpriseName}</TableCell>
          <TableCell className="nowrap">{translate(`indicators.name.${one.indicator}`)}</TableCell>
          <TableCell>{one.year}</TableCell>
          <TableCell align="right" className="strong">
            {showWan(translate, one.wan)}
          </TableCell>
          <TableCell align="right">{one.againstWan === null ? '—' : showWan(translate, one.againstWan)}</TableCell>
          <TableCell>{translate(`imports.figureWhy.${one.why}`)}</TableCell>
        </TableRow>
      ))}
    </Rows>
  );
}

const Firms = (props: PartProps) => <FirmRows {...props} label="firmsYes" />;
const Formerly = (props: PartProps) => <FirmRows {...props} label="formerlyYes" />;

function FirmRows({ question: { firms }, say, label }: PartProps & { label: 'firmsYes' | 'formerlyYes' }) {
  const translate = useTranslate();
  return (
    <Rows
      label={say(label)}
      heads={[
        [say('closeRow'), true],
        [translate('imports.field.enterpriseName')],
        [translate('imports.field.creditCode')],
      ]}
    >
      {firms.map((one) => (
        <TableRow key={one.row}>
          <TableCell align="right" className="strong">
            {one.row}
          </TableCell>
          <TableCell>{one.name}</TableCell>
          <TableCell>{one.creditCode}</TableCell>
        </TableRow>
      ))}
    </Rows>
  );
}

/** How each question is worded, counted and shown. */
const parts = {
  'close-open-versions': { word: 'close', count: ({ versions }) => versions.length, Part: Versions },
  'replace-year': { word: 'year', count: ({ days }) => days.length, Part: Days },
  'doubtful-figures': { word: 'figures', count: ({ figures }) => figures.length, Part: Figures },
  'former-names': { word: 'formerly', count: ({ firms }) => firms.length, Part: Formerly },
  'codes-join': { word: 'firms', count: ({ firms }) => firms.length, Part: Firms },
} as const satisfies Record<
  Exclude<ImportQuestion['question'], 'vouch-codes'>,
  { word: string; count: (question: ImportQuestion) => number; Part: (props: PartProps) => ReactNode }
>;
