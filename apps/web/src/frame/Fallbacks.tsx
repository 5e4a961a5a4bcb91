import Button from '@mui/material/Button';
import { useResetErrorBoundaryOnLocationChange, useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Card, PageHead } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { EmptyState, SkeletonPage } from '../parts/layout/Waiting.js';

/** Until the person is known: the outline of the frame, without words. */
export function Opening() {
  return (
    <div className="app" aria-busy>
      <div className="appbar" />
      <div className="side" />
      <div className="main">
        <SkeletonPage />
      </div>
    </div>
  );
}

function Nowhere({ kind, icon }: { kind: 'notFound' | 'denied'; icon: 'search' | 'lock' }) {
  const translate = useTranslate();
  return (
    <>
      <PageHead title={translate(`frame.${kind}.title`)} />
      <Card>
        <EmptyState
          icon={icon}
          title={translate(`frame.${kind}.why`)}
          action={
            <Button component={Link} to="/" variant="contained">
              {translate(`frame.${kind}.action`)}
            </Button>
          }
        />
      </Card>
    </>
  );
}

export const NotFound = () => <Nowhere kind="notFound" icon="search" />;
export const Denied = () => <Nowhere kind="denied" icon="lock" />;

/** A page threw an error; the frame stays, and another page starts fresh. */
export function Failed({
  error,
  resetErrorBoundary,
}: {
  error: Error;
  resetErrorBoundary: (...args: unknown[]) => void;
}) {
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary);
  const translate = useTranslate();
  return (
    <Card title={translate('frame.failed')}>
      <ErrorSentence error={error} onRetry={() => resetErrorBoundary()} />
    </Card>
  );
}
